import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** Reads every open query again: something was done that no command of this page did. */
export function useReadAgain(): () => void {
  const queries = useQueryClient();
  return useCallback(() => void queries.invalidateQueries(), [queries]);
}
