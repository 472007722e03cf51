//! The first picture, drawn on a thread of its own while the window opens. To lay out its text and to draw its letters takes
//! about as long as a window needs to appear; done beside each other, nobody waits for both.

use super::remembered::{FARTHEST, Kept, SCALES};
use super::window::App;
use crate::ui::panels::guide;
use egui::epaint::text::{FallbackRequest, FontProvider as _};
use egui::{Context, FullOutput, RawInput, Rect, Theme, Vec2, ViewportId};
use egui_system_font_provider::SystemFontProvider;
use serde::{Deserialize, Serialize};
use std::num::NonZero;
use std::ops::RangeInclusive;
use std::sync::{Arc, LazyLock};
use std::thread::{self, JoinHandle};

/// How wide a texture may be, while it is not known what the graphics can: usual on desktops.
const TEXTURE_SIDE: usize = 16_384;

/// How wide textures can be, and how long a window, in points; else nothing of it is believed.
const TEXTURE_SIDES: RangeInclusive<usize> = 1024..=131_072;
const LENGTHS: RangeInclusive<f32> = 100.0..=FARTHEST;

/// What a picture is drawn on, as far as its letters depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct Screen {
    /// The size of the window in points, without zoom.
    size: Vec2,
    /// How many pixels such a point has.
    scale: f32,
    texture_side: usize,
    /// Is the system dark? None: it does not say.
    is_dark: Option<bool>,
}

impl Screen {
    /// What is drawn on now.
    pub(super) fn of(context: &Context) -> Self {
        let zoom = context.zoom_factor();
        context.input(|input| Self {
            size: input.content_rect().size() * zoom,
            scale: input.viewport().native_pixels_per_point.unwrap_or(1.0),
            texture_side: input.max_texture_side,
            is_dark: input.raw.system_theme.map(|theme| theme == Theme::Dark),
        })
    }

    fn is_sane(&self) -> bool {
        LENGTHS.contains(&self.size.x)
            && LENGTHS.contains(&self.size.y)
            && SCALES.contains(&self.scale)
            && TEXTURE_SIDES.contains(&self.texture_side)
    }

    /// What a window on it hands over for a picture at this zoom, at this time.
    fn input(&self, zoom: f32, time: f64) -> RawInput {
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, self.size / zoom)),
            max_texture_side: Some(self.texture_side),
            system_theme: self.is_dark.map(|is_dark| if is_dark { Theme::Dark } else { Theme::Light }),
            time: Some(time),
            ..RawInput::default()
        };
        if let Some(viewport) = input.viewports.get_mut(&ViewportId::ROOT) {
            viewport.native_pixels_per_point = Some(self.scale);
        }
        input
    }
}

/// A context as the library makes one for a window, with what it remembers and all fonts: one that is added later costs all
/// that was laid out before.
pub(super) fn context(kept: &Kept) -> Context {
    let context = Context::default();
    context.set_embed_viewports(false);
    if let Some(memory) = kept.of_egui() {
        context.memory_mut(|now| *now = memory);
    }
    context.options_mut(|options| options.max_passes = NonZero::<usize>::MIN.saturating_add(1));
    add_system_fonts(&context);
    context
}

/// The fonts of the machine, for letters that the built-in fonts lack: looked through once, and only when one is met, not,
/// as the library does it, at every start beside everything else that begins.
pub(super) fn add_system_fonts(context: &Context) {
    static FONTS: LazyLock<SystemFontProvider> = LazyLock::new(SystemFontProvider::new);
    context.add_font_provider(Arc::new(|request: &FallbackRequest<'_>| FONTS.font_for(request)));
}

/// The application that is being made, and its first picture.
pub(super) struct First(JoinHandle<App>);

impl First {
    /// Makes the application and draws it, beside whatever else is done with this context; `size` is that of a first window,
    /// in points.
    pub(super) fn begin(
        context: &Context,
        size: Vec2,
        make: impl FnOnce(&Context) -> App + Send + 'static,
    ) -> std::io::Result<Self> {
        let context = context.clone();
        let thread = thread::Builder::new().name("first picture".to_owned()).spawn(move || {
            let mut app = make(&context);
            let usual = Screen { size, scale: 1.0, texture_side: TEXTURE_SIDE, is_dark: None };
            let screen = app.screen().filter(Screen::is_sane).unwrap_or(usual);
            draw(&context, &mut app, screen);
            app
        })?;
        Ok(Self(thread))
    }

    /// Waits for the application.
    ///
    /// # Errors
    /// Making it failed.
    pub(super) fn finish(self) -> Result<App, &'static str> {
        self.0.join().map_err(|_| "its first picture could not be drawn")
    }
}

/// Draws the window as it will most likely be, for the sake of the letters. Should it be another in the end, its first
/// picture takes longer, and is the same.
fn draw(context: &Context, app: &mut App, screen: Screen) {
    let input = screen.input(context.zoom_factor(), 0.0);
    give_back(context, context.run_ui(input, |ui| app.picture(ui)));
    // What is brought into view once has to be so in the window that comes.
    guide::forget_followed(context);
}

/// What this picture asks of the window is asked again with the next, for there was no window yet: its letters, its title.
fn give_back(context: &Context, mut output: FullOutput) {
    let textures = context.tex_manager();
    for (id, deltas) in std::mem::take(&mut output.textures_delta.set) {
        // What is not used any more no painter has to know of.
        for delta in deltas.into_iter().filter(|_| !output.textures_delta.free.contains(&id)) {
            textures.write().set(id, delta);
        }
    }
    output.textures_delta.clear();
    for (id, viewport) in output.viewport_output {
        for command in viewport.commands {
            context.send_viewport_cmd_to(id, command);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::files::{Opened, open_built_in};
    use crate::app::headless::desk_at;
    use crate::app::window::{Options, Thinking};
    use eframe::Storage as _;
    use egui::{TextureId, ViewportCommand, vec2};
    use std::collections::BTreeSet;

    const SIZE: Vec2 = vec2(1280.0, 800.0);

    /// The program as it is after this step, with what is kept.
    fn made(context: &Context, kept: &Kept, step: usize) -> App {
        let desk = desk_at(open_built_in("own-license").unwrap(), Some(step)).unwrap();
        let (rehearsal, session) = (desk.rehearsal().clone(), desk.session().clone());
        let options = Options { thinking: Thinking::Never, ..Options::default() };
        let opened = Opened { rehearsal, session, is_session: false };
        App::prepared(context, Some(kept), opened, None, &options)
    }

    fn prepared(context: &Context, kept: Kept, size: Vec2, step: usize) -> App {
        First::begin(context, size, move |context| made(context, &kept, step)).unwrap().finish().unwrap()
    }

    /// What comes of a picture.
    struct Seen {
        /// Where each change of the texture of letters stands; none: it is the whole of it.
        letters: Vec<Option<[usize; 2]>>,
        titles: Vec<String>,
        texts: BTreeSet<String>,
        /// The texts that can be read, not cut off by what they scroll in.
        whole: BTreeSet<String>,
    }

    /// A picture in a window of this size, in points without zoom, whose points have so many pixels.
    fn seen(context: &Context, app: &mut App, size: Vec2, scale: f32) -> Seen {
        let screen = Screen { size, scale, texture_side: TEXTURE_SIDE, is_dark: None };
        let input = screen.input(context.zoom_factor(), 0.2);
        let mut output = context.run_ui(input, |ui| app.picture(ui));
        let letters = output.textures_delta.set.get(&TextureId::default());
        let letters = letters.into_iter().flatten().map(|delta| delta.pos).collect();
        output.textures_delta.clear();
        let titles = output.viewport_output[&ViewportId::ROOT].commands.iter().filter_map(|command| match command {
            ViewportCommand::Title(title) => Some(title.clone()),
            _ => None,
        });
        let texts = output.shapes.iter().filter_map(|clipped| match &clipped.shape {
            egui::Shape::Text(text) => {
                Some((text.galley.text().to_owned(), clipped.clip_rect.contains_rect(text.visual_bounding_rect())))
            }
            _ => None,
        });
        let texts: Vec<(String, bool)> = texts.collect();
        let whole = texts.iter().filter(|(_, is_whole)| *is_whole).map(|(text, _)| text.clone()).collect();
        Seen { letters, titles: titles.collect(), texts: texts.into_iter().map(|(text, _)| text).collect(), whole }
    }

    #[test]
    fn what_was_drawn_before_there_was_a_window_is_seen_with_all_its_letters_and_its_title() {
        for scale in [1.0, 1.5] {
            let (plain, ready) = (context(&Kept::default()), context(&Kept::default()));
            let at_once = seen(&plain, &mut made(&plain, &Kept::default(), 0), SIZE, scale);
            let ready = seen(&ready, &mut prepared(&ready, Kept::default(), SIZE, 0), SIZE, scale);
            assert_eq!(ready.titles, at_once.titles);
            assert_eq!(ready.titles.len(), 1);
            assert_eq!(ready.letters[0], None, "the painter gets the whole of the letters first");
            assert!(ready.texts.is_superset(&at_once.texts) && at_once.texts.len() > 100);
        }
    }

    #[test]
    fn what_was_drawn_before_there_was_a_window_is_not_drawn_again() {
        let context = context(&Kept::default());
        let mut app = prepared(&context, Kept::default(), SIZE, 0);
        assert_eq!(seen(&context, &mut app, SIZE, 1.0).letters, [None], "no letter is drawn a second time");
    }

    #[test]
    fn what_is_searched_for_begins_after_the_first_picture_that_is_seen_without_anybody_touching_anything() {
        let context = context(&Kept::default());
        let make = |context: &Context| {
            App::prepared(context, None, open_built_in("own-license").unwrap(), None, &Options::default())
        };
        let mut app = First::begin(&context, SIZE, make).unwrap().finish().unwrap();
        // What the library asks for by itself at the start.
        for _ in 0..5 {
            seen(&context, &mut app, SIZE, 1.0);
            assert!(!app.is_searching(), "nothing is seen yet");
        }
        assert!(!context.has_requested_repaint());
        app.note_seen(&context);
        assert!(context.has_requested_repaint(), "the next frame comes by itself");
        seen(&context, &mut app, SIZE, 1.0);
        assert!(app.is_searching());
    }

    #[test]
    fn the_current_step_is_in_view_although_the_window_is_lower_than_the_one_that_was_prepared() {
        let (context, low) = (context(&Kept::default()), vec2(1280.0, 620.0));
        let mut app = prepared(&context, Kept::default(), vec2(1600.0, 1000.0), 7);
        let mut whole = BTreeSet::new();
        for _ in 0..3 {
            whole = seen(&context, &mut app, low, 1.0).whole;
        }
        assert!(whole.contains("Do it as Ben"), "{whole:#?}");
    }

    #[test]
    fn the_zoom_is_that_of_the_library_until_there_is_a_window_and_then_that_of_the_program() {
        let mut kept = Kept::default();
        let mut memory = egui::Memory::default();
        memory.options.zoom_factor = 2.0;
        eframe::set_value(&mut kept, "egui", &memory);
        kept.set_string("crossinvite", "(zoom:Some(150))".to_owned());
        let context = context(&kept);
        let mut app = prepared(&context, kept, SIZE, 0);
        assert_eq!((context.zoom_factor(), context.content_rect().size()), (2.0, SIZE / 2.0));
        app.settle(&context);
        seen(&context, &mut app, SIZE, 1.0);
        let size = context.content_rect().size();
        assert!(context.zoom_factor() == 1.5 && (size - SIZE / 1.5).length() < 0.5, "{size:?}");
    }

    #[test]
    fn what_was_drawn_on_is_drawn_on_again_if_it_makes_sense() {
        let context = context(&Kept::default());
        let mut app = prepared(&context, Kept::default(), SIZE, 0);
        seen(&context, &mut app, vec2(1000.0, 700.0), 1.5);
        let screen = Screen::of(&context);
        assert_eq!((screen.size, screen.scale, screen.texture_side), (vec2(1000.0, 700.0), 1.5, TEXTURE_SIDE));
        assert!(screen.is_sane());
        for broken in [
            Screen { size: vec2(f32::NAN, 700.0), ..screen },
            Screen { size: vec2(1000.0, 1e9), ..screen },
            Screen { scale: 0.0, ..screen },
            Screen { texture_side: 0, ..screen },
        ] {
            assert!(!broken.is_sane(), "{broken:?}");
        }
    }
}
