"""Who adopts next? Policy diffusion: panels, influence networks, hazards, forecasts. Pure."""
