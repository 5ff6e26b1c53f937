/** Why a platform did not do what was asked. Code branches on the code; `cause` is the library's error, for the log. */
export class PlatformError extends Error {
  readonly code: PlatformErrorCode;

  constructor(code: PlatformErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PlatformError';
    this.code = code;
  }
}

export type PlatformErrorCode =
  /** The token is wrong or was withdrawn. */
  | 'refused-token'
  /** The message, channel or open reply is no longer there. */
  | 'gone'
  /** A permission or scope is missing. */
  | 'not-allowed'
  /** What we sent was refused: a fault of ours. */
  | 'bad-post'
  /** The platform did not answer, or not in time; what was asked may have been done. */
  | 'unclear';
