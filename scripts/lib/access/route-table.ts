import { join } from "node:path"
import { CORE_CLOSED, CORE_EXCEPTIONS, CORE_RESOURCES } from "../../../src/api/access/core-admin-rules"
import type { AccessRule } from "../../../src/lib/route-access"
import { ROOT } from "../paths"
import { between } from "./between"
import type { RouteFile } from "./route-files"

export const SECURITY_PAGE = join(ROOT, "docs/security.md")

/** The page with its table made anew from what the code declares. */
export const withRouteTable = (page: string, files: RouteFile[]): string =>
  between(page, "routes", [...ownRoutes(files), "", ...coreRoutes()])

function ownRoutes(files: RouteFile[]): string[] {
  const rows = files
    .flatMap(({ path, declared }) =>
      Object.entries(declared).map(([method, rule]) => ({ method, path, rule }))
    )
    .toSorted((a, b) => a.path.localeCompare(b.path, "en") || a.method.localeCompare(b.method, "en"))
    .map(({ method, path, rule }) => `| \`${method} ${path}\` | \`${rule}\` |`)

  return ["### Routes of Merkato", "", "| route | rule |", "|---|---|", ...rows]
}

function coreRoutes(): string[] {
  const resources = Object.entries(CORE_RESOURCES).map(
    ([name, { read, write }]) =>
      `| \`/admin/${name}\` | ${read ? `\`${read}\`` : "all staff"} | \`${write}\` |`
  )
  const exceptions = Object.entries(CORE_EXCEPTIONS).map(
    ([route, rule]) => `| \`${route}\` | ${inWords(rule)} |`
  )

  return [
    "### Core's routes under /admin, by resource",
    "",
    `Closed to everybody: ${CORE_CLOSED.map((name) => `\`/admin/${name}\``).join(", ")}. What is not listed is the owner's alone.`,
    "",
    "| resource | reading | changing |",
    "|---|---|---|",
    ...resources,
    "",
    "### Single routes of core that differ from their resource",
    "",
    "| route | rule |",
    "|---|---|",
    ...exceptions,
  ]
}

function inWords(rule: AccessRule): string {
  switch (rule.kind) {
    case "staff":
      return `\`${rule.permission}\`${rule.step_up ? ", with a fresh second factor" : ""}`
    case "vendor":
      return `\`${rule.permission}\``
    case "anyone":
      return "anyone"
    case "buyer":
      return "a signed-in buyer"
    case "member":
      return "all staff"
    case "shell":
      return "all staff, and people of shops get an answer of their own"
    case "closed":
      return "closed"
    default:
      return rule satisfies never
  }
}
