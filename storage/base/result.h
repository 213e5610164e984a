#pragma once
// What a function returns when the world can refuse it. Exceptions stay inside the standard library and mean
// a bug of ours or no memory; everything a person, a disk or a stranger's file can cause is a Result.

#include <cstdlib>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

namespace northseal {

// Each value is one way out and one sentence for people (assets/words, keys "fault.*").
enum class Fault {
    not_found, // there is no such thing here
    refused,   // the input is not what we would write ourselves, or the rules do not allow it
    corrupt,   // what we wrote earlier does not read back as written
    locked,    // a secret is needed that is not unlocked
    full,      // the disk, a bound or an allowance is used up
    io,        // the device or the operating system said no
};

struct Error {
    Fault fault;
    std::string detail; // one English sentence for the log and for the command line; never shown to a learner
};

struct Nothing {};

template<class T = Nothing>
class [[nodiscard]] Result {
public:
    Result() requires std::is_default_constructible_v<T> : m_outcome(std::in_place_index<0>) {}
    Result(T value) : m_outcome(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_outcome(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_outcome.index() == 0; }
    explicit operator bool() const { return ok(); }
    // Asking an error for its value, or a value for its error, is a bug of the caller.
    T& value() & { return *checked<0>(); }
    const T& value() const& { return *const_cast<Result*>(this)->template checked<0>(); }
    T&& value() && { return std::move(*checked<0>()); }
    Error& error() & { return *checked<1>(); }
    const Error& error() const& { return *const_cast<Result*>(this)->template checked<1>(); }
    Error&& error() && { return std::move(*checked<1>()); }

private:
    template<std::size_t I>
    auto checked()
    {
        auto* held = std::get_if<I>(&m_outcome);
        if (held == nullptr) std::abort();
        return held;
    }
    std::variant<T, Error> m_outcome;
};

inline Error refused(std::string detail)
{
    return Error{Fault::refused, std::move(detail)};
}
inline Error corrupt(std::string detail)
{
    return Error{Fault::corrupt, std::move(detail)};
}

// The value of a Result, or return its error from the calling function. Keep it flat: one TRY never inside
// another.
#define TRY(expression)                                                                                      \
    __extension__({                                                                                          \
        auto try_result = (expression);                                                                      \
        if (!try_result.ok()) [[unlikely]]                                                                   \
            return std::move(try_result).error();                                                            \
        std::move(try_result).value();                                                                       \
    })

} // namespace northseal
