-- revision: b2000000
-- parent: a1000000
-- message: go_on

-- upgrade
-- downgrade
