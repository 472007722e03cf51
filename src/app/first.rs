//! The first picture, drawn on a thread of its own while the window opens. To lay out its text and to draw its letters takes
//! about as long as a window needs to appear; done beside each other, nobody waits for both.

use super::remembered::{Kept, Shape};
use super::window::App;
use egui::epaint::text::{FallbackRequest, FontProvider as _};
use egui::{Context, FullOutput, RawInput, Rect, ViewportId};
use egui_system_font_provider::SystemFontProvider;
use std::num::NonZero;
use std::sync::{Arc, LazyLock};
use std::thread::{self, JoinHandle};

/// How wide a texture may be, while it is not known what the graphics can: usual on desktops.
const TEXTURE_SIDE: usize = 16_384;

/// How wide a texture can be at all.
const TEXTURE_SIDES: std::ops::RangeInclusive<usize> = 1024..=131_072;

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

/// Letters that the program's fonts lack are looked for among those of the machine, which are listed when the first is
/// missing and not, as the library does it, at every start beside everything else that begins.
fn add_system_fonts(context: &Context) {
    let fonts = LazyLock::new(SystemFontProvider::new);
    context.add_font_provider(Arc::new(move |request: &FallbackRequest<'_>| fonts.font_for(request)));
}

/// The application that is being made, and its first picture.
pub(super) struct First(JoinHandle<App>);

impl First {
    /// Makes the application and draws it, beside whatever else is done with this context; `shape` is that of the window,
    /// as far as it can be known.
    pub(super) fn begin(
        context: &Context,
        shape: Shape,
        make: impl FnOnce(&Context) -> App + Send + 'static,
    ) -> anyhow::Result<Self> {
        let context = context.clone();
        let thread = thread::Builder::new().name("first picture".to_owned()).spawn(move || {
            let mut app = make(&context);
            draw(&context, &mut app, shape);
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

/// Draws the window as it will most likely be, for the sake of the letters. Should it be another in the end (another scale,
/// another theme), its first picture is drawn as if this one had never been.
fn draw(context: &Context, app: &mut App, shape: Shape) {
    let mut input = RawInput {
        screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, shape.size)),
        max_texture_side: app.texture_side().filter(|side| TEXTURE_SIDES.contains(side)).or(Some(TEXTURE_SIDE)),
        time: Some(0.0),
        ..RawInput::default()
    };
    if let Some(viewport) = input.viewports.get_mut(&ViewportId::ROOT) {
        viewport.native_pixels_per_point = Some(shape.scale);
    }
    give_back(context, context.run_ui(input, |ui| app.picture(ui)));
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
    use crate::app::files::open_built_in;
    use crate::app::window::{Options, Thinking};
    use egui::{TextureId, ViewportCommand, vec2};
    use std::collections::BTreeSet;

    const SHAPE: Shape = Shape { size: vec2(1280.0, 800.0), scale: 1.0 };

    fn made(context: &Context) -> App {
        let options = Options { is_forgetful: true, thinking: Thinking::Never, ..Options::default() };
        App::new(context, None, open_built_in("own-license").unwrap(), None, &options)
    }

    /// What comes of a picture.
    struct Seen {
        /// Where each change of the texture of letters stands; none: it is the whole of it.
        letters: Vec<Option<[usize; 2]>>,
        titles: Vec<String>,
        texts: BTreeSet<String>,
    }

    /// The first picture on a screen of this scale, of a program whose picture was drawn beforehand or was not.
    fn seen(is_drawn_before: bool, scale: f32) -> Seen {
        let context = context(&Kept::default());
        let mut app = if is_drawn_before {
            First::begin(&context, SHAPE, made).unwrap().finish().unwrap()
        } else {
            made(&context)
        };
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, SHAPE.size)),
            max_texture_side: Some(TEXTURE_SIDE),
            time: Some(0.2),
            ..RawInput::default()
        };
        input.viewports.get_mut(&ViewportId::ROOT).unwrap().native_pixels_per_point = Some(scale);
        let mut output = context.run_ui(input, |ui| app.picture(ui));
        let letters = output.textures_delta.set[&TextureId::default()].iter().map(|delta| delta.pos).collect();
        output.textures_delta.clear();
        let titles = output.viewport_output[&ViewportId::ROOT].commands.iter().filter_map(|command| match command {
            ViewportCommand::Title(title) => Some(title.clone()),
            _ => None,
        });
        let texts = output.shapes.iter().filter_map(|clipped| match &clipped.shape {
            egui::Shape::Text(text) => Some(text.galley.text().to_owned()),
            _ => None,
        });
        Seen { letters, titles: titles.collect(), texts: texts.collect() }
    }

    #[test]
    fn what_was_drawn_before_there_was_a_window_is_seen_with_all_its_letters_and_its_title() {
        for scale in [1.0, 1.5] {
            let (at_once, prepared) = (seen(false, scale), seen(true, scale));
            assert_eq!(prepared.titles, at_once.titles);
            assert_eq!(prepared.titles.len(), 1);
            assert_eq!(prepared.letters[0], None, "the painter gets the whole of the letters first");
            assert!(prepared.texts.is_superset(&at_once.texts) && at_once.texts.len() > 100);
        }
    }

    #[test]
    fn what_was_drawn_before_there_was_a_window_is_not_drawn_again() {
        assert_eq!(seen(true, SHAPE.scale).letters, [None], "no letter is drawn a second time, nor at another place");
    }
}
