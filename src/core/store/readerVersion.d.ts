declare module 'generated:readerVersion' {
  /** Changes whenever the readers or the index do. */
  const version: string;
  export default version;
}
