import { readFileSync } from "node:fs"
import { ROLES_PAGE, withRoleTables } from "./role-tables"
import type { RouteFile } from "./route-files"
import { SECURITY_PAGE, withRouteTable } from "./route-table"

export type Page = { path: string; text: string; is_current: boolean }

/** The pages that the code writes parts of, as they should read. */
export function pagesFrom(files: RouteFile[]): Page[] {
  return [
    pageAt(SECURITY_PAGE, (page) => withRouteTable(page, files)),
    pageAt(ROLES_PAGE, (page) => withRoleTables(page)),
  ]
}

function pageAt(path: string, renew: (page: string) => string): Page {
  const page = readFileSync(path, "utf8")
  const text = renew(page)

  return { path, text, is_current: text === page }
}
