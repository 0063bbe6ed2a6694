import { createServer, type IncomingMessage } from "node:http"
import type { AddressInfo } from "node:net"

/** One call as it went over the wire. */
export type Exchange = {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingMessage["headers"]
  body: unknown
  status: number
  answer: unknown
}

/** Stands between a client and a server and writes down what both say. */
export async function startRecordingProxy(target: string) {
  const exchanges: Exchange[] = []
  const server = createServer(async (req, res) => {
    const sent = await textOf(req)
    const response = await fetch(`${target}${req.url}`, {
      method: req.method,
      headers: {
        authorization: req.headers.authorization ?? "",
        "content-type": req.headers["content-type"] ?? "application/json",
      },
      body: sent || undefined,
    })
    const received = await response.text()
    const url = new URL(req.url ?? "/", target)
    exchanges.push({
      method: req.method ?? "",
      path: url.pathname,
      query: url.searchParams,
      headers: req.headers,
      body: sent ? JSON.parse(sent) : undefined,
      status: response.status,
      answer: JSON.parse(received),
    })
    res.writeHead(response.status, { "content-type": "application/json" }).end(received)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

async function textOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of req) {
    chunks.push(chunk)
  }

  return Buffer.concat(chunks).toString("utf8")
}
