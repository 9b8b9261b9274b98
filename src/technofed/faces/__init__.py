"""The faces: they parse, ask the API and render. No law and no arithmetic."""
