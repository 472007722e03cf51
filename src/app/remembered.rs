//! What eframe and egui remember of the window in their file, made harmless before they read it: a zoom of nothing, or a
//! place that is on no screen, would stop the start or hide the window.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// The keys of egui's own part of the file and of eframe's.
const EGUI: &str = "egui";
const WINDOW: &str = "window";

/// The zooms that somebody may have chosen, with room to spare.
const ZOOMS: std::ops::RangeInclusive<f32> = 0.5..=5.0;

/// Pixels to a point of any screen.
pub(super) const SCALES: std::ops::RangeInclusive<f32> = 0.25..=16.0;

/// Further away, in pixels, or longer, in points, is on no screen.
pub(super) const FARTHEST: f32 = 30_000.0;

/// Of eframe's part, what decides where the window opens.
#[derive(Deserialize)]
struct Window {
    normal_geometry: Geometry,
}

#[derive(Deserialize)]
struct Geometry {
    outer_position_pixels: Option<egui::Pos2>,
    scale_factor: f32,
    inner_size_points: egui::Vec2,
}

impl Geometry {
    fn is_sane(&self) -> bool {
        let is_near = |at: f32| at.abs() <= FARTHEST;
        let size = self.inner_size_points;
        SCALES.contains(&self.scale_factor)
            && self.outer_position_pixels.is_none_or(|at| is_near(at.x) && is_near(at.y))
            && [size.x, size.y].into_iter().all(|length| length >= 1.0 && is_near(length))
    }
}

/// egui's part with the usual zoom; none when the zoom makes sense as it is. Only the number is looked at: the rest
/// stays as the library wrote it.
fn with_usual_zoom(memory: &str) -> Option<String> {
    const FIELD: &str = "zoom_factor:";
    let (before, rest) = memory.split_once(FIELD)?;
    let (zoom, after) = rest.split_at_checked(rest.find([',', ')'])?)?;
    let is_senseless = zoom.trim().parse().is_ok_and(|zoom: f32| !ZOOMS.contains(&zoom));
    is_senseless.then(|| format!("{before}{FIELD}1.0{after}"))
}

/// The entries of the file with what makes no sense put right; none when all of it does, or when it cannot be read, for
/// then nobody reads it.
fn mended(text: &str) -> Option<String> {
    let mut entries: BTreeMap<String, String> = ron::from_str(text).ok()?;
    let window = entries.get(WINDOW).and_then(|window| ron::from_str::<Window>(window).ok());
    let is_lost = window.is_some_and(|window| !window.normal_geometry.is_sane());
    let zoomed = entries.get(EGUI).and_then(|memory| with_usual_zoom(memory));
    if !is_lost && zoomed.is_none() {
        return None;
    }
    if is_lost {
        entries.remove(WINDOW);
    }
    if let Some(memory) = zoomed {
        entries.insert(EGUI.to_owned(), memory);
    }
    ron::ser::to_string_pretty(&entries, ron::ser::PrettyConfig::default()).ok()
}

/// What is remembered, for reading before there is a window.
#[derive(Default)]
pub(super) struct Kept(BTreeMap<String, String>);

impl Kept {
    /// What the file has, after what makes no sense in it was put right; what cannot be read or written stays as it is.
    pub(super) fn read(file: &Path) -> Self {
        let Ok(mut text) = std::fs::read_to_string(file) else { return Self::default() };
        if let Some(better) = mended(&text) {
            if let Err(error) = super::files::write(file, &better) {
                log::warn!("what is remembered of the window cannot be put right: {error}");
            }
            text = better;
        }
        Self(ron::from_str(&text).unwrap_or_default())
    }

    /// What egui remembers.
    pub(super) fn of_egui(&self) -> Option<egui::Memory> {
        eframe::get_value(self, EGUI)
    }
}

impl eframe::Storage for Kept {
    fn get_string(&self, key: &str) -> Option<String> {
        self.0.get(key).cloned()
    }

    fn set_string(&mut self, key: &str, value: String) {
        self.0.insert(key.to_owned(), value);
    }

    fn remove_string(&mut self, key: &str) {
        self.0.remove(key);
    }

    /// It is only read: whatever is written goes through the library's own.
    fn flush(&mut self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of the library, with this zoom, scale and place of the window.
    fn file(zoom: f32, scale: &str, at: &str, size: &str) -> String {
        let mut memory = egui::Memory::default();
        memory.options.zoom_factor = zoom;
        let window = format!(
            "(normal_geometry:(outer_position_pixels:{at},scale_factor:{scale},inner_size_points:{size}),\
             fullscreen:false,maximized:false)"
        );
        let entries =
            [(EGUI, ron::to_string(&memory).unwrap()), (WINDOW, window), ("crossinvite", "(recent:[])".to_owned())];
        ron::to_string(&BTreeMap::from(entries.map(|(key, value)| (key.to_owned(), value)))).unwrap()
    }

    fn entries(text: &str) -> BTreeMap<String, String> {
        ron::from_str(text).unwrap()
    }

    const AT: &str = "Some((x:10.0,y:20.0))";
    const SIZE: &str = "(x:1600.0,y:1000.0)";

    #[test]
    fn what_makes_sense_is_left_alone() {
        for zoom in [1.0, 1.5, 3.0] {
            assert_eq!(mended(&file(zoom, "1.0", AT, SIZE)), None);
        }
        assert_eq!(mended(&file(1.0, "2.0", "None", SIZE)), None);
        assert_eq!(mended("not a file of ours"), None);
        assert_eq!(mended("{}"), None);
    }

    #[test]
    fn a_zoom_that_no_window_has_becomes_the_usual_one_and_nothing_else_is_lost() {
        for zoom in [0.0, -1.0, f32::NAN, f32::INFINITY, 1e30] {
            let text = file(zoom, "1.0", AT, SIZE);
            let (before, after) = (entries(&text), entries(&mended(&text).unwrap()));
            let memory: egui::Memory = ron::from_str(&after[EGUI]).unwrap();
            assert!((memory.options.zoom_factor - 1.0).abs() < f32::EPSILON, "{zoom}");
            assert_eq!((&before[WINDOW], &before["crossinvite"]), (&after[WINDOW], &after["crossinvite"]));
        }
    }

    #[test]
    fn a_window_on_no_screen_opens_where_the_first_one_does() {
        let places = [
            ("0.0", AT, SIZE),
            ("NaN", AT, SIZE),
            ("1.0", "Some((x:1e30,y:0.0))", SIZE),
            ("1.0", AT, "(x:NaN,y:1000.0)"),
            ("1.0", AT, "(x:1600.0,y:-1.0)"),
        ];
        for (scale, at, size) in places {
            let after = entries(&mended(&file(1.0, scale, at, size)).unwrap());
            assert!(!after.contains_key(WINDOW), "{scale} {at} {size}");
            assert!(after.contains_key(EGUI) && after.contains_key("crossinvite"));
        }
    }

    #[test]
    fn what_is_kept_is_read_before_there_is_a_window_and_put_right() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("app.ron");
        assert!(Kept::read(&path).of_egui().is_none(), "on the first day there is nothing");
        std::fs::write(&path, file(1.5, "2.0", AT, SIZE)).unwrap();
        let kept = Kept::read(&path);
        assert!((kept.of_egui().unwrap().options.zoom_factor - 1.5).abs() < f32::EPSILON);
        assert_eq!(eframe::Storage::get_string(&kept, "crossinvite").as_deref(), Some("(recent:[])"));
        std::fs::write(&path, file(0.0, "NaN", AT, SIZE)).unwrap();
        let kept = Kept::read(&path);
        assert!((kept.of_egui().unwrap().options.zoom_factor - 1.0).abs() < f32::EPSILON);
        assert_eq!(entries(&std::fs::read_to_string(&path).unwrap()), kept.0, "the library reads the same");
    }
}
