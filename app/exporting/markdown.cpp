namespace yaodian {}
