/** A font's file, by the address at which the build puts it. */
declare module "*.woff2" {
  const address: string;
  export default address;
}
