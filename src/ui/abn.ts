/** An ABN as the Australian Business Register prints it: `27 809 366 375`. Other text stays as it is. */
export function formatAbn(abn: string): string {
  return abn.replace(/^(\d{2})(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3 $4');
}
