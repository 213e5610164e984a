#include "kiosk/camera/pipeline.h"

#include <gst/gst.h>
#include <malloc.h>

#include <cstdlib>

namespace northseal::kiosk {

namespace {

// All that the two pipelines below are made of, and the two kinds of picture that a camera sends packed.
constexpr const char* plugins[] = {
    "coreelements", "app", "typefindfunctions", "playback",    "videorate", "videoconvertscale",
    "jpeg",         "png", "imagefreeze",       "video4linux2"};

// A camera is asked for no more than is needed to read a code; what comes too fast is dropped still packed.
constexpr const char* from_device =
    "v4l2src name=source ! capsfilter caps=\"image/jpeg,width=[320,1280],height=[240,960];"
    "video/x-raw,width=[320,1280],height=[240,960]\" ! videorate drop-only=true max-rate=12 ! decodebin";
constexpr const char* from_picture = "filesrc name=source ! decodebin ! imagefreeze is-live=true ! "
                                     "capsfilter caps=video/x-raw,framerate=12/1";
// The same behind both: a small one in colour for the screen, a larger one in grey, less often, for the codes
// in it. What is out of bounds is refused before there is room made for its pixels.
constexpr const char* to_frames =
    " ! capsfilter caps=video/x-raw,width=[16,8192],height=[16,8192] ! tee name=both"
    " both. ! queue max-size-buffers=1 leaky=downstream ! videoscale ! videoconvert ! "
    "capsfilter caps=video/x-raw,format=RGBA,width=[16,640],height=[16,480],pixel-aspect-ratio=1/1 ! "
    "appsink name=pictures max-buffers=1 drop=true sync=false async=false"
    " both. ! queue max-size-buffers=1 leaky=downstream ! videorate drop-only=true max-rate=6 ! videoscale ! "
    "videoconvert ! "
    "capsfilter caps=video/x-raw,format=GRAY8,width=[16,1280],height=[16,960],pixel-aspect-ratio=1/1 ! "
    "appsink name=codes max-buffers=1 drop=true sync=false async=false";

struct Unref {
    void operator()(gpointer object) const { gst_object_unref(object); }
    void operator()(GstSample* sample) const { gst_sample_unref(sample); }
    void operator()(GstMessage* message) const { gst_message_unref(message); }
    void operator()(GError* error) const { g_error_free(error); }
};
template<class T>
using Owned = std::unique_ptr<T, Unref>;

std::string words_of(const Owned<GError>& error)
{
    return error ? error->message : "no reason given";
}

Result<> load_plugin(const std::string& name)
{
    GError* wrong = nullptr;
    const std::string file = std::string(NORTHSEAL_GST_PLUGINS) + "/libgst" + name + ".so";
    const Owned<GstPlugin> plugin(gst_plugin_load_file(file.c_str(), &wrong));
    const Owned<GError> error(wrong);
    if (plugin) return {};
    return Error{Fault::not_found, "the camera needs " + file + ": " + words_of(error)};
}

// Once, at the first use: some milliseconds and megabytes that a kiosk without a camera never spends.
Result<> begin()
{
    gst_registry_fork_set_enabled(FALSE);
    gst_segtrap_set_enabled(FALSE);
    GError* wrong = nullptr;
    const bool began = gst_init_check(nullptr, nullptr, &wrong) != FALSE;
    const Owned<GError> error(wrong);
    if (!began) return Error{Fault::not_found, "GStreamer did not start: " + words_of(error)};
    for (const char* name : plugins) TRY(load_plugin(name));
    return {};
}

Owned<GstElement> named(GstElement* pipeline, const char* name)
{
    return Owned<GstElement>(gst_bin_get_by_name(GST_BIN(pipeline), name));
}

// Of a frame, as it says of itself; nothing where it is larger than what was asked for.
struct Shape {
    int width;
    int height;
};
std::optional<Shape> shape_of(GstSample* sample, int width_most, int height_most)
{
    GstCaps* caps = gst_sample_get_caps(sample);
    if (caps == nullptr || gst_caps_get_size(caps) == 0) return std::nullopt;
    const GstStructure* said = gst_caps_get_structure(caps, 0);
    gint width = 0;
    gint height = 0;
    if (gst_structure_get_int(said, "width", &width) == FALSE ||
        gst_structure_get_int(said, "height", &height) == FALSE)
        return std::nullopt;
    if (width < 1 || height < 1 || width > width_most || height > height_most) return std::nullopt;
    return Shape{width, height};
}

// Its pixels, in rows of so many bytes; nothing where their number is not what its shape needs.
Bytes bytes_of(GstSample* sample, std::size_t row, int height)
{
    const std::size_t size = row * static_cast<std::size_t>(height);
    GstBuffer* buffer = gst_sample_get_buffer(sample);
    if (buffer == nullptr || gst_buffer_get_size(buffer) != size) return {};
    Bytes out(size);
    if (gst_buffer_extract(buffer, 0, out.data(), size) != size) return {};
    return out;
}

Owned<GstSample> next_of(GstElement* sink, std::chrono::milliseconds most)
{
    GstSample* taken = nullptr;
    const auto wait = static_cast<guint64>(std::chrono::nanoseconds(most).count());
    g_signal_emit_by_name(sink, "try-pull-sample", wait, &taken, nullptr);
    return Owned<GstSample>(taken);
}

} // namespace

struct Pipeline::Inside {
    Owned<GstElement> pipeline;
    Owned<GstElement> pictures;
    Owned<GstElement> codes;
    Owned<GstBus> bus;
    std::string problem;

    ~Inside()
    {
        if (pipeline) gst_element_set_state(pipeline.get(), GST_STATE_NULL);
    }
    std::optional<News> hear();
};

// An error or an end, where one was told.
std::optional<Pipeline::News> Pipeline::Inside::hear()
{
    constexpr auto wanted = static_cast<GstMessageType>(GST_MESSAGE_ERROR | GST_MESSAGE_EOS);
    const Owned<GstMessage> message(gst_bus_pop_filtered(bus.get(), wanted));
    if (!message) return std::nullopt;
    if (GST_MESSAGE_TYPE(message.get()) == GST_MESSAGE_EOS) {
        problem = "the camera's stream ended";
        return News::gone;
    }
    GError* said = nullptr;
    gchar* more = nullptr;
    gst_message_parse_error(message.get(), &said, &more);
    const Owned<GError> error(said);
    problem = words_of(error);
    g_free(more);
    const bool busy = g_error_matches(error.get(), GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_BUSY) != FALSE;
    return busy ? News::busy : News::gone;
}

void Pipeline::before_threads()
{
    ::setenv("GST_REGISTRY_DISABLE", "yes", 1);
    ::setenv("ORC_CODE", "backup", 1); // its own compiler would put a file with machine code into the home
    // A frame's memory goes back to the machine with the frame. Left to itself malloc learns from the first
    // one to keep such pieces, in each thread's own store.
    constexpr int larger_pieces = 1 << 20;
    ::mallopt(M_MMAP_THRESHOLD, larger_pieces);
}

Result<std::unique_ptr<Pipeline>> Pipeline::open(const std::string& path, bool is_picture)
{
    static const Result<> begun = begin();
    TRY(begun);
    auto inside = std::make_unique<Inside>();
    GError* wrong = nullptr;
    const std::string parts = std::string(is_picture ? from_picture : from_device) + to_frames;
    GstElement* made = gst_parse_launch(parts.c_str(), &wrong);
    const Owned<GError> error(wrong);
    if (made != nullptr) inside->pipeline.reset(GST_ELEMENT(gst_object_ref_sink(made)));
    if (!inside->pipeline || error)
        return Error{Fault::not_found, "no way to the camera: " + words_of(error)};
    const auto source = named(inside->pipeline.get(), "source");
    g_object_set(source.get(), is_picture ? "location" : "device", path.c_str(), nullptr);
    inside->pictures = named(inside->pipeline.get(), "pictures");
    inside->codes = named(inside->pipeline.get(), "codes");
    inside->bus.reset(gst_element_get_bus(inside->pipeline.get()));
    gst_element_set_state(inside->pipeline.get(), GST_STATE_PLAYING); // what does not go is told by hear()
    return std::unique_ptr<Pipeline>(new Pipeline(std::move(inside)));
}

Pipeline::Pipeline(std::unique_ptr<Inside> inside) : m_inside(std::move(inside))
{}
Pipeline::~Pipeline() = default;

Pipeline::News Pipeline::next(std::chrono::milliseconds most, Picture& out)
{
    if (const auto news = m_inside->hear()) return *news;
    const auto sample = next_of(m_inside->pictures.get(), most);
    if (!sample) return m_inside->hear().value_or(News::nothing);
    const auto shape = shape_of(sample.get(), camera_width_most, camera_height_most);
    if (!shape) return News::nothing;
    Bytes rgba =
        bytes_of(sample.get(), std::size_t{4} * static_cast<std::size_t>(shape->width), shape->height);
    if (rgba.empty()) return News::nothing;
    for (std::size_t at = 3; at < rgba.size(); at += 4) rgba[at] = 255; // a PNG may be clear in places
    out = {shape->width, shape->height, std::move(rgba)};
    return News::picture;
}

std::optional<Pipeline::Grey> Pipeline::grey()
{
    const auto sample = next_of(m_inside->codes.get(), std::chrono::milliseconds(0));
    if (!sample) return std::nullopt;
    const auto shape = shape_of(sample.get(), grey_width_most, grey_height_most);
    if (!shape) return std::nullopt;
    // A row of one byte a pixel is filled up to a multiple of four by GStreamer.
    const auto width = static_cast<std::size_t>(shape->width);
    const std::size_t row = (width + 3) / 4 * 4;
    const Bytes filled = bytes_of(sample.get(), row, shape->height);
    if (filled.empty()) return std::nullopt;
    Grey out{shape->width, {}};
    out.pixels.reserve(width * static_cast<std::size_t>(shape->height));
    for (std::size_t at = 0; at < filled.size(); at += row)
        append(out.pixels, ByteView(filled).subspan(at, width));
    return out;
}

const std::string& Pipeline::problem() const
{
    return m_inside->problem;
}

} // namespace northseal::kiosk
