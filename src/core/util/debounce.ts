/** Runs `action` once, `milliseconds` after the last call. */
export function debounce(action: () => void, milliseconds: number): { call(): void; dispose(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    call: () => {
      clearTimeout(timer);
      timer = setTimeout(action, milliseconds);
    },
    dispose: () => clearTimeout(timer),
  };
}
