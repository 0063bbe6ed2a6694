import { z } from "@medusajs/framework/zod"
import ts from "typescript"
import { NamedTypes } from "../named-types"
import { printSchema } from "../print-schema"
import { TypePrinter } from "../print-type"

/** How the type of `answer` in a piece of code is printed. */
function printed(code: string) {
  const host = ts.createCompilerHost({})
  const readFile = host.getSourceFile
  host.getSourceFile = (name, ...rest) =>
    name === "code.ts"
      ? ts.createSourceFile(name, code, ts.ScriptTarget.ES2022, true)
      : readFile.call(host, name, ...rest)
  const program = ts.createProgram(["code.ts"], { strict: true, lib: ["lib.es2022.d.ts"], types: [] }, host)
  const checker = program.getTypeChecker()
  const source = program.getSourceFile("code.ts")!
  const symbol = checker
    .getSymbolsInScope(source, ts.SymbolFlags.Variable)
    .find(({ name, declarations }) => name === "answer" && declarations?.[0]?.getSourceFile() === source)!
  const names = new NamedTypes()
  const printer = new TypePrinter(checker, names)
  const text = printer.print(checker.getTypeOfSymbol(symbol), "answer")

  return { text, vague: printer.vague, names: names.declarations() }
}

describe("a type, as it reads after JSON", () => {
  it("has dates as text, no functions, and undefined as what may be missing", () => {
    const { text } = printed(
      "declare const answer: { at: Date; run: () => void; note?: string; size: number | undefined; is: boolean; no: null | 'a' | 1 }"
    )

    expect(text).toBe(`{ at: string; is: boolean; no: "a" | 1 | null; note?: string; size?: number }`)
  })

  it("has what `toJSON` answers", () => {
    expect(printed("declare const answer: { amount: { toJSON(): string; value: bigint } }").text).toBe(
      "{ amount: string }"
    )
  })

  it("names what has a name, once, and tells two of one name apart", () => {
    const long = "one: string; two: string; three: string; four: string; five: string; six: string"
    const { text, names } = printed(
      `type Order = { ${long} }; namespace Other { export type Order = { ${long}; seven: string } }
       declare const answer: { orders: Order[]; last: Order | null; other: Other.Order }`
    )

    expect(text).toBe("{ last: Order | null; orders: Array<Order>; other: Order2 }")
    expect(names.map((line) => line.split(" = ")[0])).toEqual(["export type Order", "export type Order2"])
  })

  it("says where a type says nothing, and ends in one that holds itself", () => {
    const { text, vague } = printed(
      "type Tree = { children: Tree[] }; declare const answer: { any: any; tree: Tree }"
    )

    expect(vague).toEqual(["answer.any"])
    expect(text).toContain("children: Array<unknown>")
  })
})

describe("a schema, as a client fills it", () => {
  it("is its input: before defaults, transformations and coercions", () => {
    const schema = z.strictObject({
      q: z.string().trim().transform(Number).optional(),
      limit: z.coerce.number().int().default(20),
      status: z.union([z.enum(["a", "b"]).transform((one) => [one]), z.array(z.enum(["a", "b"]))]),
      at: z.iso.datetime().nullable(),
      made: z.preprocess((value) => value, z.boolean()),
      amounts: z.record(z.string(), z.number()),
      "odd-name": z.literal("x"),
    })

    expect(printSchema(schema)).toBe(
      `{ q?: string; limit?: number; status: "a" | "b" | Array<"a" | "b">; at: string | null; made: boolean; amounts: Record<string, number>; "odd-name": "x" }`
    )
  })
})
