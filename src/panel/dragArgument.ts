import { argumentsMimeType } from '../core/panel/argumentsMimeType';

/** What is to be done when an argument begins to be dragged: VS Code's editor is told which one it is. */
export function dragArgument(argument: string): (event: DragEvent) => void {
  return (event) => {
    if (!event.dataTransfer) return;
    event.dataTransfer.setData(argumentsMimeType, JSON.stringify([argument]));
    event.dataTransfer.effectAllowed = 'copy';
    // What another source says is dragged out of a card that could be dragged as well.
    event.stopPropagation();
  };
}
