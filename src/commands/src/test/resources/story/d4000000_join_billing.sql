-- revision: d4000000
-- parent: b2000000, c3000000
-- message: join billing
-- created: 2026-11-22T13:00:00Z

-- upgrade

-- downgrade
