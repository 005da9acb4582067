import type { Page, WebSocket } from 'playwright-core';

const extensionId = 'marginalia.marginalia';

/**
 * Resolves when the extension host of a page reports that the extension is active, rejects when it reports that it
 * could not be activated. Nothing on the page shows it, so this listens to what the host tells the page.
 */
export function watchActivation(page: Page): Promise<void> {
  const active = new Promise<void>((resolve, reject) => {
    const listen = (socket: WebSocket) => {
      let recent = '';
      const read = ({ payload }: { readonly payload: string | Buffer }) => {
        recent = (recent + payload.toString('utf8')).slice(-20_000);
        if (new RegExp(`\\$onDidActivateExtension[^$]{0,40}"value":"${extensionId}"`).test(recent)) resolve();
        else if (new RegExp(`\\$onExtensionActivationError[^$]{0,40}"value":"${extensionId}"`).test(recent))
          reject(new Error(`The extension could not be activated: ${recent.slice(-1_000)}`));
        else return;
        socket.off('framereceived', read);
      };
      socket.on('framereceived', read);
    };
    page.on('websocket', listen);
  });
  // Who never waits for it must not be ended by it.
  active.catch(() => {});
  return active;
}
