import { Module } from "@medusajs/framework/utils"
import loadRails from "./loaders/rails"
import PayoutModuleService from "./service"

export const PAYOUT_MODULE = "payout"

export default Module(PAYOUT_MODULE, { service: PayoutModuleService, loaders: [loadRails] })
