import { readdirSync, readFileSync } from "node:fs"
import { join, relative, sep } from "node:path"
import ts from "typescript"
import { HTTP_METHODS } from "../../../src/lib/route-access"
import { ROOT } from "../paths"

const API = join(ROOT, "src/api")

export type RouteFile = {
  /** Relative to the project. */
  file: string
  /** As express knows it: `/vendor/orders/:id`. */
  path: string
  /** The methods that the file answers. */
  methods: string[]
  /** The rule of each method in its `ACCESS`, as it is written there. */
  declared: Record<string, string>
}

/** Every route file of the project, read as text: a check must not have to start what it checks. */
export function readRouteFiles(): RouteFile[] {
  return readdirSync(API, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(`${sep}route.ts`))
    .toSorted()
    .map((name) => {
      const source = ts.createSourceFile(
        name,
        readFileSync(join(API, name), "utf8"),
        ts.ScriptTarget.ES2022,
        true
      )

      return {
        file: relative(ROOT, join(API, name)),
        path: `/${name
          .split(sep)
          .slice(0, -1)
          .join("/")
          .replaceAll(/\[(\w+)\]/g, ":$1")}`,
        methods: exportedNames(source).filter((exported) =>
          (HTTP_METHODS as readonly string[]).includes(exported)
        ),
        declared: declaredRules(source),
      }
    })
}

function exportedNames(source: ts.SourceFile): string[] {
  return source.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) {
      return reexportedNames(statement)
    }

    return isExported(statement) ? declaredNames(statement, source) : []
  })
}

function reexportedNames({ exportClause }: ts.ExportDeclaration): string[] {
  return exportClause && ts.isNamedExports(exportClause)
    ? exportClause.elements.map(({ name }) => name.text)
    : []
}

function declaredNames(statement: ts.Statement, source: ts.SourceFile): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText(source))
  }

  return ts.isFunctionDeclaration(statement) && statement.name ? [statement.name.text] : []
}

const isExported = (node: ts.Node) =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false)

function declaredRules(source: ts.SourceFile): Record<string, string> {
  const declarations = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
  const access = declarations.find(({ name }) => name.getText(source) === "ACCESS")?.initializer
  const object = access && ts.isSatisfiesExpression(access) ? access.expression : access
  if (!object || !ts.isObjectLiteralExpression(object)) {
    return {}
  }

  return Object.fromEntries(
    object.properties.map((property) => [
      property.name?.getText(source) ?? "",
      ts.isPropertyAssignment(property)
        ? property.initializer.getText(source).replaceAll(/\s+/g, " ")
        : property.getText(source),
    ])
  )
}
