import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { type AnswerHeaderOptions, makeAnswerHeaders } from "../answer-headers"

const SECURE: AnswerHeaderOptions = { is_secure: true, is_development: false, dashboard_calls: [] }

let server: Server | undefined

afterEach(() => server?.close())

/** The headers of a server that answers at once, as Medusa does for the dashboard's page. */
async function headersOf(path: string, options: AnswerHeaderOptions): Promise<Headers> {
  const setHeaders = makeAnswerHeaders(options)
  server = createServer((req, res) => {
    setHeaders(req, res)
    res.setHeader("X-Powered-By", "Express")
    res.end()
  })
  await new Promise<void>((listening) => server?.listen(0, "127.0.0.1", listening))
  const { port } = server.address() as AddressInfo

  return (await fetch(`http://127.0.0.1:${port}${path}`)).headers
}

describe("the headers of an answer", () => {
  it("let the built dashboard run its own script alone", async () => {
    const headers = await headersOf("/app/orders", SECURE)
    const policy = headers.get("content-security-policy")

    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("connect-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe/)
    expect(policy).not.toContain("http:")
    expect(headers.get("x-powered-by")).toBeNull()
  })

  it("give Vite what it needs in development, and there alone", async () => {
    const policy = (await headersOf("/app", { ...SECURE, is_secure: false, is_development: true })).get(
      "content-security-policy"
    )

    expect(policy).toContain("script-src 'self' 'unsafe-inline';")
    expect(policy).toContain("connect-src 'self' ws: wss:;")
  })

  it("insist on TLS where the server is reached over it alone", async () => {
    expect((await headersOf("/store/products", SECURE)).get("strict-transport-security")).toBe(
      "max-age=31536000"
    )
    server?.close()
    const plain = await headersOf("/store/products", { ...SECURE, is_secure: false })
    expect(plain.get("strict-transport-security")).toBeNull()
  })
})
