-- When a witness's registration was withdrawn: from then on no line of his is taken; what he signed before stays shown.
alter table portal_log_witness add column withdrawn_at timestamptz;

grant update (trusted_at, withdrawn_at) on portal_log_witness to mingchou_app;
