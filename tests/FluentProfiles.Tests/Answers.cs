using FluentProfiles.Emulator;

namespace FluentProfiles.Tests;

/// <summary>Answers written by hand, for what the emulator would never do by itself.</summary>
internal static class Answers
{
    public const string Created = "2026-05-01T00:00:00Z";

    /// <summary>A page with profiles of these ids.</summary>
    public static string Page(string? next, params int[] numbers)
    {
        var profiles = numbers.Select(number =>
            $$"""{"id":"{{TestProfiles.IdOf(number)}}","created_at":"{{Created}}"}"""
        );
        var cursor = next is null ? "null" : $"\"{next}\"";
        return $$"""{"data":[{{string.Join(',', profiles)}}],"next_page":{{cursor}}}""";
    }

    /// <summary>Lets the emulator answer with these bodies, one after another.</summary>
    public static void AnswerWith(this ProfileEmulator emulator, params string[] bodies)
    {
        var answered = -1;
        emulator.Intercept = _ =>
            Interlocked.Increment(ref answered) is var number && number < bodies.Length
                ? EmulatorResponse.Json(200, bodies[number])
                : EmulatorResponse.Error(400, "invalid_request_error", "one request too many");
    }

    /// <summary>Lets the emulator answer the next requests with a refusal, and the later ones itself.</summary>
    public static void FailFirst(this ProfileEmulator emulator, int requests, EmulatorResponse refusal)
    {
        var received = 0;
        emulator.Intercept = _ => Interlocked.Increment(ref received) <= requests ? refusal : null;
    }
}
