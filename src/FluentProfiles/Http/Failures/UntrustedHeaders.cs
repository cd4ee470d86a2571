using System.Net.Http.Headers;

namespace FluentProfiles.Http.Failures;

/// <summary>Cleans the headers of an answer as soon as it arrives, before any other code reads them.</summary>
internal static class UntrustedHeaders
{
    public static void Clean(this UntrustedText texts, HttpResponseMessage response)
    {
        texts.Clean(response.Headers);
        texts.Clean(response.Content.Headers);
        response.ReasonPhrase = null;
    }

    private static void Clean(this UntrustedText texts, HttpHeaders headers)
    {
        List<KeyValuePair<string, string[]>>? changed = null;
        foreach (var (name, values) in headers.NonValidated)
        {
            if (texts.HasCredentials(name))
            {
                (changed ??= []).Add(new(name, []));
                continue;
            }
            foreach (var value in values)
            {
                if (ReferenceEquals(texts.Clean(value), value))
                    continue;
                (changed ??= []).Add(new(name, [.. values.Select(texts.Clean)]));
                break;
            }
        }
        foreach (var (name, values) in changed ?? [])
        {
            headers.Remove(name);
            if (values.Length > 0)
                headers.TryAddWithoutValidation(name, values);
        }
    }
}
