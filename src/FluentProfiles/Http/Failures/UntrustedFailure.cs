using System.Collections;
using System.Runtime.ExceptionServices;
using System.Text.Json;

namespace FluentProfiles.Http.Failures;

/// <summary>Cleans exceptions from beneath the client. .NET quotes lines of an answer that it can't read, and parsers quote
/// words.</summary>
internal static class UntrustedFailure
{
    /// <summary>Returns the exception itself if every text in it may be shown, else a clean copy. The copy has the same
    /// type if that is one of .NET's own.</summary>
    public static Exception Clean(this UntrustedText texts, Exception failure)
    {
        try
        {
            return texts.MayShow(failure) ? failure : texts.Copy(failure);
        }
        // A member of the exception throws or returns null for a text. That must not hide the failure of the request, or that a create
        // may have arrived.
        catch (Exception)
        {
            return new InvalidOperationException($"{failure.GetType().Name}, whose members can't be read.");
        }
    }

    private static bool MayShow(this UntrustedText texts, Exception failure) =>
        !texts.HasCredentials(failure.ToString())
        && Chain(failure).All(one => texts.MayShow(one.Message) && texts.MayShow(one.Data));

    private static bool MayShow(this UntrustedText texts, string text)
    {
        // Some messages of .NET have two lines. Texts of an answer never have.
        var line = text.Replace("\r", "", StringComparison.Ordinal).Replace('\n', ' ');
        return texts.Clean(line) == line;
    }

    private static bool MayShow(this UntrustedText texts, IDictionary data)
    {
        foreach (DictionaryEntry entry in data)
        {
            if (!texts.MayShow($"{entry.Key}") || !texts.MayShow($"{entry.Value}"))
                return false;
        }
        return true;
    }

    private static Exception Copy(this UntrustedText texts, Exception failure)
    {
        var message = texts.Clean(failure.Message);
        var inner = failure.InnerException is { } cause ? texts.Clean(cause) : null;
        Exception copy = failure switch
        {
            HttpRequestException http => new HttpRequestException(
                http.HttpRequestError,
                message,
                inner,
                http.StatusCode
            ),
            OperationCanceledException => new OperationCanceledException(message, inner),
            TimeoutException => new TimeoutException(message, inner),
            IOException => new IOException(message, inner),
            JsonException json => new JsonException(message, null, json.LineNumber, json.BytePositionInLine, inner),
            InvalidDataException => new InvalidDataException(message, inner),
            _ => new InvalidOperationException($"{failure.GetType().Name}: {message}", inner),
        };
        return failure.StackTrace is { } trace ? ExceptionDispatchInfo.SetRemoteStackTrace(copy, trace) : copy;
    }

    private static IEnumerable<Exception> Chain(Exception failure)
    {
        for (Exception? one = failure; one is not null; one = one.InnerException)
            yield return one;
    }
}
