import { useEffect, useState } from 'preact/hooks';
import { call } from '~/lib/messaging/call';
import type { ModelList } from '~/lib/messaging/protocol';

/**
 * The models of the server in the settings; undefined until they are known. `version` is another when that server or its
 * key has changed.
 */
export function useModels(version: number | string = 0): ModelList | undefined {
  const [list, setList] = useState<ModelList>();
  useEffect(() => {
    let wanted = true;
    call('listModels', {}).then(
      (answer) => wanted && setList(answer),
      () => wanted && setList(undefined),
    );
    return () => {
      wanted = false;
    };
  }, [version]);
  return list;
}
