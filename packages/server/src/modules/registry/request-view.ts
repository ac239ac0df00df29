import type { SubjectRequestView } from '@mingchou/contract';
import type { SubjectRequest } from '@mingchou/domain';
import type { Names } from './names.ts';

/** The request with its changes in the bureau's names. */
export function viewRequest(request: SubjectRequest, names: Names): SubjectRequestView {
  const { id, kind, subjectId, name, reason, asked, answer, version } = request;
  return {
    ...{ id, kind, subjectId, name, reason, version },
    asked: { at: asked.at, name: asked.name, personId: asked.by },
    answer,
    changes: request.changes.map(names.tell),
  };
}
