/** Where one of several pictures of a mail is written: out/mail.png becomes out/mail-600-light.png. */
export function pictureFile(file: string, {width, scheme}: {readonly width: number; readonly scheme: string}): string {
  return `${file.replace(/\.png$/i, '')}-${width}-${scheme}.png`
}
