export { contentPolicy } from "../publish/hosting/content-policy.ts";
