import { PaystackGateway } from "../../src/providers/gateway-paystack/service"
import { PaystackPayoutRail } from "../../src/providers/payout-paystack/service"
import { type PaystackSandbox, startPaystackSandbox } from ".."
import { type Difference, DOCUMENT_PATH, readOfficialDocument } from "./official-document"
import { type Exchange, startRecordingProxy } from "./recording-proxy"

const SECRET = "sk_test_contract"

const document = readOfficialDocument()
if (!document) {
  process.stderr.write(`The contract with Paystack is not checked: ${DOCUMENT_PATH} is not there.\n`)
}
const describeWithDocument = document ? describe : describe.skip

let sandbox: PaystackSandbox
let proxy: Awaited<ReturnType<typeof startRecordingProxy>>
let gateway: PaystackGateway
let rail: PaystackPayoutRail

beforeAll(async () => {
  sandbox = await startPaystackSandbox({ secret_key: SECRET })
  proxy = await startRecordingProxy(sandbox.url)
  gateway = new PaystackGateway({}, { secret_key: SECRET, base_url: proxy.url })
  rail = new PaystackPayoutRail({}, { secret_key: SECRET, base_url: proxy.url })
})

afterAll(async () => {
  await proxy.stop()
  await sandbox.stop()
})

const call = (method: string, path: string, body?: unknown, secret = SECRET) =>
  fetch(`${proxy.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  })

const order = (reference: string) => ({
  reference,
  amount_minor: 125000n,
  currency_code: "ngn",
  email: "ada@example.com",
  callback_url: "https://shop.example/paid",
  metadata: { session_id: "payses_1" },
})

const part = (key: string, amount_minor = 1000n) => ({
  reference: "mkt-paid",
  gateway_id: null,
  amount_minor,
  currency_code: "ngn",
  key,
})

const transfer = (reference: string, over: object = {}) => ({
  reference,
  amount_minor: 5000n,
  currency_code: "ngn",
  reason: "Payout of your sales",
  destination: {
    kind: "bank" as const,
    bank_code: "011",
    account_number: "0000014579",
    account_name: "Ada Textiles",
    currency_code: "ngn",
  },
  ...over,
})

async function payOut(): Promise<void> {
  sandbox.control.topUp("NGN", 100_000)
  sandbox.control.fault({ on: "transfer", kind: "hangs" })
  expect(await rail.send(transfer("po-0000000000000001"))).toMatchObject({
    state: "pending",
    amount_minor: 5000n,
  })
  await expect(rail.send(transfer("po-0000000000000001"))).rejects.toMatchObject({ effect: "unknown" })
  await expect(
    rail.send(transfer("po-0000000000000002", { amount_minor: 10n ** 12n }))
  ).rejects.toMatchObject({ effect: "none" })
  const { destination } = transfer("po-0000000000000003")
  expect(await rail.holderOf(destination)).toMatchObject({ state: "known" })
  expect(await rail.holderOf({ ...destination, account_number: "1" })).toEqual({ state: "unknown" })
  const found = (reference: string) => rail.find({ reference, currency_code: "ngn" })
  expect((await found("po-0000000000000001")).state).toBe("pending")
  expect((await found("po-0000000000000002")).state).toBe("unknown_reference")
  sandbox.control.settleTransfer("po-0000000000000001", "reversed")
  expect((await found("po-0000000000000001")).state).toBe("returned")
}

async function readMoney(): Promise<void> {
  const since = new Date(0)
  const { id } = sandbox.control.settleNow({ stamp_duty: 5000 })!
  const { settlements } = gateway
  expect(await settlements.list(since)).toHaveLength(1)
  expect(await settlements.transactionsOf(String(id))).toHaveLength(1)
  expect(await settlements.topUps(since)).toMatchObject([{ amount_minor: 100_000n }])
  expect(await settlements.charges(since)).toHaveLength(1)
  expect(await settlements.refunds(since)).toHaveLength(1)
  expect(await rail.balanceOf("ngn")).toBe(100_000n)
  expect(await rail.balanceOf("ghs")).toBeNull()
}

async function splitPayments(): Promise<void> {
  const { splits } = gateway
  const subaccount = {
    key: "splu_1",
    business_name: "Ada's phones",
    email: "ada@example.com",
    bank_code: "058",
    account_number: "0123456047",
    currency_code: "ngn",
  }
  const code = await splits.create(subaccount)
  await splits.update(code, { ...subaccount, account_number: "0123456048" })
  expect(await splits.find("splu_1")).toBe(code)
  expect(await splits.find("splu_2")).toBeNull()
  const split = [{ vendor_id: "ada", subaccount_code: code, share_minor: 100_000n }]
  await gateway.open({ ...order("mkt-split"), split })
  sandbox.control.pay("mkt-split")
  sandbox.control.settleNow()
  expect(await splits.paidShares([code], new Date(0))).toMatchObject([{ amount_minor: 100_000n }])
}

async function answerDisputes(): Promise<void> {
  const [first, second] = [sandbox.control.dispute("mkt-paid"), sandbox.control.dispute("mkt-paid")]
  const { disputes } = gateway
  const answer = {
    amount_minor: 125000n,
    currency_code: "ngn",
    message: "It was delivered.",
    buyer: { email: "ada@example.com", name: "Ada", phone: "+2348030000000" },
    evidence: "Delivered on Monday.",
    file: null,
  }
  expect((await disputes.list(new Date(0))).disputes).toHaveLength(2)
  await disputes.contest({ ...answer, gateway_dispute_id: String(first.id) })
  expect(await disputes.find(String(first.id))).toMatchObject({ word: "under_review" })
  await disputes.accept({ ...answer, gateway_dispute_id: String(second.id) })
  expect(await disputes.find(String(second.id))).toMatchObject({ word: "lost", amount_minor: 125000n })
  expect(await disputes.find("1")).toBeNull()
  await expect(disputes.accept({ ...answer, gateway_dispute_id: String(first.id) })).rejects.toThrow("wait")
}

/** Everything that the real client ever asks, and what else the sandbox offers. */
async function talk(): Promise<{ byClient: Exchange[]; all: Exchange[] }> {
  await gateway.open(order("mkt-paid"))
  await gateway.open({ ...order("mkt-failed"), callback_url: undefined, metadata: undefined })
  await gateway.open({ ...order("mkt-open"), currency_code: "xof", amount_minor: 1250n })
  await expect(gateway.open(order("mkt-paid"))).rejects.toThrow("Duplicate Transaction Reference")
  sandbox.control.pay("mkt-paid")
  sandbox.control.decline("mkt-failed")

  expect((await gateway.verify("mkt-paid")).state).toBe("success")
  expect((await gateway.verify("mkt-failed")).state).toBe("failed")
  expect((await gateway.verify("mkt-open")).state).toBe("abandoned")
  expect((await gateway.verify("mkt-nobody")).state).toBe("unknown_reference")

  const refund = await gateway.refund(part("ref_1"))
  const about = { ...part("ref_1"), posted_at: new Date(), gateway_refund_id: null }
  expect(await gateway.findRefund(about)).toMatchObject({ gateway_refund_id: refund.gateway_refund_id })
  expect(await gateway.findRefund({ ...about, ...refund })).toMatchObject({ amount_minor: 1000n })
  expect(await gateway.findRefund({ ...about, key: "ref_2" })).toBeNull()
  await expect(gateway.refund(part("ref_3", 999999n))).rejects.toThrow("Refund amount")
  await payOut()
  await readMoney()
  await splitPayments()
  await answerDisputes()
  const byClient = [...proxy.exchanges]

  const paid = sandbox.control.transactions()[0]!
  await call("GET", "/transaction")
  await call("GET", `/transaction/${paid.id}`)
  await call("GET", "/transaction/1")
  await call("GET", "/balance")
  await call("GET", "/balance", undefined, "sk_test_wrong")
  await call("POST", "/transaction/initialize", { email: "nobody", amount: 0 })

  return { byClient, all: [...proxy.exchanges] }
}

/**
 * Where the document contradicts what the API is known to do (its answers were generated from single samples), the
 * sandbox follows the API.
 */
const exceptions: { operation: string; at: RegExp; message: RegExp; why: string }[] = [
  {
    operation: ".*",
    at: /^code$/,
    message: /allowed values/,
    why: "the document lists under `code` the values of `type`; the API answers codes such as not_found",
  },
  {
    operation: "GET /transaction/verify/{reference}",
    at: /^$/,
    message: /no 400/,
    why: "an unknown reference is a 400 with the code transaction_not_found, not a 404",
  },
  {
    operation: "POST /refund",
    at: /^$/,
    message: /no 400/,
    why: "the document knows no refusal of a refund but a wrong key",
  },
  {
    operation: "POST /transfer",
    at: /^response$/,
    message: /additional properties/,
    why: "the document divides the request into two parts, each of which would have to be the whole",
  },
  {
    operation: "POST /transfer",
    at: /^$/,
    message: /no 400/,
    why: "the document knows no refusal of a transfer but a wrong key",
  },
  {
    operation: "POST /transaction/initialize",
    at: /^currency$/,
    message: /allowed values/,
    why: "the document's currencies lack XOF, which Paystack supports in Côte d'Ivoire",
  },
  {
    operation: "GET /dispute/{id}/upload_url",
    at: /^\?upload_filename$/,
    message: /no such parameter/,
    why: "the document leaves out the name of the file, whose ending Paystack asks for",
  },
  {
    operation: "POST /dispute/{id}/evidence",
    at: /^$/,
    message: /no 400/,
    why: "the document knows no refusal of evidence but a wrong key",
  },
  {
    operation: "GET /settlement(/{id}/transactions)?",
    at: /^data$/,
    message: /must be object/,
    why: "the document gives both lists the answer that it gives to whatever it does not describe",
  },
  {
    operation: "GET /settlement/{id}/transactions",
    at: /^\?(perPage|page)$/,
    message: /no such parameter/,
    why: "the document leaves out that this list is told page by page, as all are",
  },
  {
    operation: "GET /bank/resolve",
    at: /^$/,
    message: /no 422/,
    why: "an account that no bank knows is answered so, which the document leaves out",
  },
  {
    operation: "GET /transaction",
    at: /^\?perPage$/,
    message: /no such parameter/,
    why: "the document writes per_page in this one list, where the API takes what it takes in all others",
  },
  {
    operation: "GET /transaction",
    at: /^data\/\d+\/(authorization|metadata|paidAt)/,
    message: /./,
    why: "an unpaid transaction has no authorisation and no time of payment; metadata may be an empty string",
  },
  {
    operation: "GET /transaction/{id}",
    at: /^data\/(metadata|plan|customer)/,
    message: /./,
    why: "names, phone and plan are null where there are none, and metadata is what the merchant sent",
  },
]

const isExcepted = (difference: Difference) => (exception: (typeof exceptions)[number]) =>
  new RegExp(`^${exception.operation.replaceAll(/[{}/]/g, "\\$&")}$`).test(difference.operation) &&
  exception.at.test(difference.at) &&
  exception.message.test(difference.message)

describeWithDocument("The wire between Merkato and Paystack", () => {
  let talked: Awaited<ReturnType<typeof talk>>
  let requests: Difference[]
  let answers: Difference[]
  const official = document!

  beforeAll(async () => {
    talked = await talk()
    requests = talked.byClient.flatMap((exchange) => official.differencesOfRequest(exchange))
    answers = talked.all.flatMap((exchange) => official.differencesOfAnswer(exchange))
  })

  const unexplained = (differences: Difference[]) =>
    differences.filter((difference) => !exceptions.some(isExcepted(difference)))

  it("uses every operation that the client and the sandbox have", () => {
    const names = new Set(talked.all.map((exchange) => official.nameOf(exchange)))

    expect([...names].toSorted()).toEqual([
      "GET /balance",
      "GET /balance/ledger",
      "GET /bank/resolve",
      "GET /dispute",
      "GET /dispute/{id}",
      "GET /dispute/{id}/upload_url",
      "GET /refund",
      "GET /refund/{id}",
      "GET /settlement",
      "GET /settlement/{id}/transactions",
      "GET /subaccount",
      "GET /transaction",
      "GET /transaction/verify/{reference}",
      "GET /transaction/{id}",
      "GET /transfer/verify/{reference}",
      "POST /dispute/{id}/evidence",
      "POST /refund",
      "POST /subaccount",
      "POST /transaction/initialize",
      "POST /transfer",
      "POST /transferrecipient",
      "PUT /dispute/{id}/resolve",
      "PUT /subaccount/{code}",
    ])
  })

  it("carries requests of the client as the official document has them", () => {
    expect(unexplained(requests)).toEqual([])
    expect(talked.byClient.every(({ headers }) => headers.authorization === `Bearer ${SECRET}`)).toBe(true)
  })

  it("carries answers of the sandbox as the official document has them", () => {
    expect(unexplained(answers)).toEqual([])
  })

  it("makes no exception that is not needed", () => {
    const differences = [...requests, ...answers]

    expect(exceptions.filter((exception) => !differences.some((one) => isExcepted(one)(exception)))).toEqual(
      []
    )
  })

  it("would notice a field that the API does not know, or one of another type", () => {
    const [opened] = talked.byClient
    const wrong = { ...opened!, body: { ...(opened!.body as object), amount: "12.5", surprise: 1 } }

    expect(official.differencesOfRequest(wrong).map(({ at }) => at)).toEqual(["response", "amount"])
    expect(official.differencesOfAnswer({ ...opened!, answer: { status: true } })).not.toEqual([])
  })
})
