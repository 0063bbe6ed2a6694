import { subscribe } from "node:diagnostics_channel"
import type { IncomingMessage, ServerResponse } from "node:http"
import helmet from "helmet"
import { type Surface, surfaceOf } from "./surface-of"

export type AnswerHeaderOptions = {
  /** The server is reached over TLS alone, so browsers may be told to remember that. */
  is_secure: boolean
  /** Vite serves the dashboard: it needs inline scripts and a socket. */
  is_development: boolean
  /** Other origins that the dashboard may call. */
  dashboard_calls: string[]
}

type Directives = Record<string, string[]>
type SetHeaders = (req: IncomingMessage, res: ServerResponse) => void

const NOTHING: Directives = {
  "default-src": ["'none'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
  "frame-ancestors": ["'none'"],
}

/** A file that is opened by itself runs nothing and belongs to no origin. */
const FILE: Directives = { ...NOTHING, sandbox: [] }

/**
 * The built dashboard loads one script and one sheet of styles from its own origin. It forces inline styles on us: its
 * components write `style` elements and attributes at run time. Scripts stay strict.
 */
function dashboardPolicy({ is_secure, is_development, dashboard_calls }: AnswerHeaderOptions): Directives {
  return {
    "default-src": ["'self'"],
    "script-src": is_development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:", "https:", ...(is_secure ? [] : ["http:"])],
    "font-src": ["'self'", "data:"],
    "connect-src": ["'self'", ...dashboard_calls, ...(is_development ? ["ws:", "wss:"] : [])],
    "object-src": ["'none'"],
    "frame-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
  }
}

const PERMISSIONS = ["camera", "geolocation", "microphone", "payment", "usb"]
  .map((feature) => `${feature}=()`)
  .join(", ")

type Policies = {
  is_secure: boolean
  content: Directives
  referrer: "no-referrer" | "strict-origin-when-cross-origin"
  resource: "same-origin" | "cross-origin"
}

function headersFor({ is_secure, content, referrer, resource }: Policies): SetHeaders {
  const setAll = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: content },
    referrerPolicy: { policy: referrer },
    crossOriginResourcePolicy: { policy: resource },
    xFrameOptions: { action: "deny" },
    strictTransportSecurity: is_secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  })

  const fixed = headersOf(setAll)

  return (_, res) => {
    for (const [name, value] of fixed) {
      res.setHeader(name, value)
    }
  }
}

/** Helmet works its headers out anew for each answer, and they are the same each time: they are asked for once. */
function headersOf(setAll: ReturnType<typeof helmet>): [string, string][] {
  const headers = new Map<string, string>()
  const listener = {
    setHeader: (name: string, value: string) => headers.set(name, value),
    removeHeader: (name: string) => headers.delete(name),
  }
  // All that helmet uses of a request and an answer, of which there is none yet.
  setAll({} as IncomingMessage, listener as unknown as ServerResponse, (error) => {
    if (error) {
      throw error
    }
  })

  return [...headers]
}

const PRIVATE_PARTS = /^\/store\/(carts|customers|orders|payment-collections|returns)\b/i

/** What is somebody's own is kept by no cache: neither a proxy's nor that of a browser that several people use. */
function isPrivate(surface: Surface, { url = "", headers }: IncomingMessage): boolean {
  if (surface === "store") {
    return PRIVATE_PARTS.test(url) || Boolean(headers.authorization || headers.cookie)
  }

  return surface === "admin" || surface === "auth" || surface === "vendor"
}

/** Sets the headers that every answer has, by the surface that the request is for. */
export function makeAnswerHeaders(options: AnswerHeaderOptions): SetHeaders {
  const { is_secure } = options
  const api = headersFor({ is_secure, content: NOTHING, referrer: "no-referrer", resource: "same-origin" })
  const bySurface: Partial<Record<Surface, SetHeaders>> = {
    app: headersFor({
      is_secure,
      content: dashboardPolicy(options),
      referrer: "strict-origin-when-cross-origin",
      resource: "same-origin",
    }),
    // Storefronts of other origins show these pictures.
    static: headersFor({ is_secure, content: FILE, referrer: "no-referrer", resource: "cross-origin" }),
  }

  return (req, res) => {
    const url = req.url ?? "/"
    const surface = surfaceOf(url)
    const setHeaders = bySurface[surface] ?? api
    setHeaders(req, res)
    res.setHeader("Permissions-Policy", PERMISSIONS)
    if (isPrivate(surface, req)) {
      res.setHeader("Cache-Control", "private, no-store")
    }
    if (surface === "static") {
      const isImage = /^[^?#]*\.(webp|png|jpe?g|gif)($|[?#])/i.test(url)
      res.setHeader("Content-Disposition", isImage ? "inline" : "attachment")
    }
    hideFramework(res)
  }
}

/** Express writes its name after this has run, so the header goes when the answer is written. */
function hideFramework(res: ServerResponse): void {
  const writeHead = res.writeHead
  res.writeHead = function write(this: ServerResponse, ...args: unknown[]) {
    this.removeHeader("x-powered-by")

    return writeHead.apply(this, args as Parameters<typeof writeHead>)
  } as typeof writeHead
}

/**
 * Reaches every answer of every server in this process. Medusa serves the dashboard, its files and its own failures before
 * any middleware of a project runs, so the headers are set where Node says that a request has begun (ADR 9).
 */
export function secureEveryAnswer(options: AnswerHeaderOptions): void {
  const setHeaders = makeAnswerHeaders(options)
  subscribe("http.server.request.start", (message) => {
    // As Node documents the channel.
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    setHeaders(request, response)
  })
}
