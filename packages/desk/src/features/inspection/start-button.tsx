import { type InspectionView, inspectionRoutes } from '@mingchou/contract';
import { useCommand } from '../../api/index.ts';
import { Button, RefusalNote } from '../../design/index.ts';

/** 开始检查: from this moment the team is on the spot; a recusal is no longer possible the ordinary way. */
export function StartButton({ view }: { readonly view: InspectionView }) {
  const start = useCommand(inspectionRoutes.startInspection);
  return (
    <>
      <RefusalNote refusal={start.refusal} />
      <Button
        look="main"
        busy={start.pending}
        onPress={() => void start.give({ inspectionId: view.id, version: view.version })}
      >
        开始检查
      </Button>
    </>
  );
}
