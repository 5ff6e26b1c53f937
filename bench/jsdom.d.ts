/** The little of jsdom that the measurements use; the package brings no types. */
declare module 'jsdom' {
  export class VirtualConsole {
    on(event: string, listen: (fault: Error) => void): this;
  }
  export class JSDOM {
    constructor(html: string, options: { url: string; virtualConsole: VirtualConsole });
    readonly window: { readonly document: Document; close(): void };
  }
}
