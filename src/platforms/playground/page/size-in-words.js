/** `870 bytes`, `12 KB`, `3.4 MB` @param {number} sizeBytes */
export function sizeInWords(sizeBytes) {
  if (sizeBytes < 1000) return `${sizeBytes} bytes`;
  if (sizeBytes < 1e6) return `${Math.round(sizeBytes / 1000)} KB`;
  return `${(sizeBytes / 1e6).toFixed(1)} MB`;
}
