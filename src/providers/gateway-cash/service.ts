import {
  CASH_GATEWAY,
  type Charge,
  GatewayRefusedError,
  type OpenedTransaction,
  unknownCharge,
} from "../../lib/gateway"
import { GatewayByHand } from "../gateway-by-hand/service"

/**
 * What was paid at the door, where it goes back. It opens nothing and is never asked what was paid: that is collected for each
 * vendor order, and told to the keeper of transactions when the first of it has to go back.
 */
export class CashGateway extends GatewayByHand {
  static override identifier = CASH_GATEWAY

  async open(): Promise<OpenedTransaction> {
    throw new GatewayRefusedError("nothing is paid in cash on a page")
  }

  async verify(reference: string): Promise<Charge> {
    return unknownCharge(reference)
  }
}
