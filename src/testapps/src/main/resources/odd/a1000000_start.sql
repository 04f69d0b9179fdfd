-- revision: a1000000
-- message: start

-- upgrade
-- downgrade
