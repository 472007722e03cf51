//! A CPU renderer of egui's meshes, for pictures without a driver.
