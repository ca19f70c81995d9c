/** The package ships its character lists without types: each is "from to|from to|…", one character per side. */
declare module "opencc-js/dict/*" {
  const entries: string;
  export default entries;
}
