/** `system`: as the reader's own is. */
export type Theme = 'system' | 'dark' | 'light';
