import { MedusaService } from "@medusajs/framework/utils"
import { ProductDecision } from "./models/product-decision"
import { ProductSlot } from "./models/product-slot"
import { UploadUsage } from "./models/upload-usage"
import { Vendor } from "./models/vendor"
import { VendorApiKey } from "./models/vendor-api-key"
import { VendorBankAccount } from "./models/vendor-bank-account"
import { VendorDocument } from "./models/vendor-document"
import { VendorInvitation } from "./models/vendor-invitation"
import { VendorMember } from "./models/vendor-member"
import { VendorRequirement } from "./models/vendor-requirement"
import { VendorStatusChange } from "./models/vendor-status-change"
import { VendorStockThreshold } from "./models/vendor-stock-threshold"

/** Medusa's generated methods for every table of the module; what they cannot say is added by its subclasses. */
export class VendorModelService extends MedusaService({
  ProductDecision,
  ProductSlot,
  UploadUsage,
  Vendor,
  VendorApiKey,
  VendorBankAccount,
  VendorDocument,
  VendorInvitation,
  VendorMember,
  VendorRequirement,
  VendorStatusChange,
  VendorStockThreshold,
}) {}
