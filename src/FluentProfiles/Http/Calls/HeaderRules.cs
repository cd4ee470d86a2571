using System.Buffers;

namespace FluentProfiles.Http.Calls;

/// <summary>Says which headers a query or a call may add. A message never shows a value, nor a name that can't be one: it may
/// be a value that was passed in its place.</summary>
internal static class HeaderRules
{
    // What common servers accept for all headers of a request together.
    public const int LongestValue = 8 * 1024;

    public const int LongestName = 256;

    private const string Credentials = "Set ProfilesClientOptions.ApiKey, AuthToken or TokenProvider";

    /// <summary>The characters of a token in RFC 9110.</summary>
    private static readonly SearchValues<char> OfName = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    );

    /// <summary>The headers that the library or its transport sets, each with what to do instead; null to leave it
    /// out.</summary>
    private static readonly Dictionary<string, string?> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        ["authorization"] = Credentials,
        ["x-api-key"] = Credentials,
        ["anthropic-version"] = "Set ProfilesClientOptions.ApiVersion",
        ["anthropic-beta"] = $"Call WithBeta, or set {nameof(CallOptions)}.{nameof(CallOptions.Betas)}",
        ["anthropic-workspace-id"] =
            $"Call WithWorkspace, or set {nameof(CallOptions)}.{nameof(CallOptions.Workspace)}",
        ["proxy-authorization"] = "Set the credentials of the proxy",
        ["host"] = "Set ProfilesClientOptions.BaseUrl",
        ["accept"] = null,
        ["accept-charset"] = null,
        ["accept-encoding"] = null,
        ["user-agent"] = null,
        ["connection"] = null,
        ["expect"] = null,
        ["keep-alive"] = null,
        ["proxy-connection"] = null,
        ["range"] = null,
        ["te"] = null,
        ["trailer"] = null,
        ["transfer-encoding"] = null,
        ["upgrade"] = null,
    };

    /// <exception cref="ArgumentException">It is no name of a header, or of one that the library sets or .NET does not send.</exception>
    public static void CheckName(string name, string parameter)
    {
        if (name is null || name.Length is 0 or > LongestName || name.AsSpan().ContainsAnyExcept(OfName))
            throw new ArgumentException(
                $"A header's name has 1 to {LongestName} ASCII letters, digits and characters such as '-' and '_'. The name comes first, then the value.",
                parameter
            );
        if (IsOwn(name, out var instead))
            throw new ArgumentException(
                $"The library itself sets the header {name}. {instead ?? "Remove it"}.",
                parameter
            );
        if (IsOfContent(name))
            throw new ArgumentException(
                $"The header {name} is a content header, which .NET does not send with these requests. Remove it.",
                parameter
            );
    }

    /// <exception cref="ArgumentException">It is no value of a header.</exception>
    public static void CheckValue(string name, string value, string parameter)
    {
        if (value is null)
            throw new ArgumentException($"The value of the header {name} is null. Remove the header.", parameter);
        if (value.AsSpan().ContainsAny('\r', '\n'))
            throw new ArgumentException(
                $"The value of the header {name} has a line break, which would start another header. Remove it.",
                parameter
            );
        if (value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            throw new ArgumentException(
                $"The value of the header {name} has a character that is not visible ASCII or a space. Encode it, for example with Uri.EscapeDataString.",
                parameter
            );
        if (value.Length > LongestValue)
            throw new ArgumentException(
                $"The value of the header {name} has {value.Length} characters, and at most {LongestValue} are allowed.",
                parameter
            );
    }

    private static bool IsOwn(string name, out string? instead) =>
        Own.TryGetValue(name, out instead) || name.StartsWith("content-", StringComparison.OrdinalIgnoreCase);

    // Allow, Expires, Last-Modified: .NET ignores them among the headers of a request.
    private static bool IsOfContent(string name)
    {
        using HttpRequestMessage request = new();
        return !request.Headers.TryAddWithoutValidation(name, "");
    }
}
