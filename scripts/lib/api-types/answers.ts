import { join } from "node:path"
import ts from "typescript"
import type { RouteFile } from "../access/route-files"
import { ROOT } from "../paths"
import type { NamedTypes } from "./named-types"
import { TypePrinter } from "./print-type"

export type Answers = {
  /** The type of what a route answers, by `GET /vendor/orders`. */
  texts: Map<string, string>
  /** Places of answers whose type says nothing. */
  vague: string[]
}

/** What each route answers, from the types of the expressions that its handler hands to `res.json`. */
export function readAnswers(files: RouteFile[], names: NamedTypes): Answers {
  const program = programOf(files)
  const checker = program.getTypeChecker()
  const printer = new TypePrinter(checker, names)
  const texts = new Map<string, string>()
  for (const { file, path, methods } of files) {
    const source = program.getSourceFile(join(ROOT, file))
    const module = source && checker.getSymbolAtLocation(source)
    const exported = module ? checker.getExportsOfModule(module) : []
    for (const method of methods) {
      const symbol = exported.find(({ name }) => name === method)
      const types = symbol ? answeredTypes(symbol, checker) : []
      const printed = types.map((type) => printer.print(type, `${method} ${path}`))
      texts.set(`${method} ${path}`, [...new Set(printed)].join(" | ") || "undefined")
    }
  }

  return { texts, vague: printer.vague }
}

function programOf(files: RouteFile[]): ts.Program {
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT)

  return ts.createProgram(
    files.map(({ file }) => join(ROOT, file)),
    { ...options, noEmit: true }
  )
}

/** The handler may be declared elsewhere and only be named here. */
function answeredTypes(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Type[] {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  const types: ts.Type[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isJsonCall(node) && node.arguments[0]) {
      types.push(checker.getTypeAtLocation(node.arguments[0]))
    }
    ts.forEachChild(node, visit)
  }
  for (const declaration of target.declarations ?? []) {
    visit(handlerOf(declaration, checker))
  }

  return types
}

/** `export const GET = actOn("approve")`: the function that makes the handler has the call. */
function handlerOf(declaration: ts.Declaration, checker: ts.TypeChecker): ts.Node {
  const made = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined
  const maker =
    made && ts.isCallExpression(made) ? checker.getResolvedSignature(made)?.declaration : undefined

  return maker ?? declaration
}

const isJsonCall = ({ expression }: ts.CallExpression) =>
  ts.isPropertyAccessExpression(expression) && expression.name.text === "json"
