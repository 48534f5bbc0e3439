/** Says who asks: some gateways turn away whoever does not, and an origin can tell probes from visitors. */
export const USER_AGENT = { 'user-agent': 'Pharos/1 (status monitor)' };
