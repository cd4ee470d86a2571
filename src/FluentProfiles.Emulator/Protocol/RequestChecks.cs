using FluentProfiles.Emulator.Facts;

namespace FluentProfiles.Emulator.Protocol;

/// <summary>What every request is checked for before anything else is read of it.</summary>
internal static class RequestChecks
{
    private const string Bearer = "Bearer ";

    private static readonly string[] Versions = ["2023-06-01", "2026-10-21"];

    public static void ThrowIfTooLarge(EmulatorRequest request)
    {
        if (BodyLimit.IsExceededBy(request))
            throw new ServiceError(413, "request_too_large", "The body is too large.");
    }

    /// <summary>Returns whether a request names a key, right or wrong.</summary>
    public static bool HasCredentials(EmulatorRequest request) => !string.IsNullOrEmpty(KeyOf(request));

    public static void ThrowIfUnauthenticated(EmulatorRequest request, string? apiKey)
    {
        var given = KeyOf(request);
        if (string.IsNullOrEmpty(given))
            throw ServiceError.Unauthenticated("Give a key, as `Authorization: Bearer KEY` or as `x-api-key`.");
        if (apiKey is not null && given != apiKey)
            throw ServiceError.Unauthenticated("The key is not valid.");
    }

    public static void ThrowIfWrongVersion(EmulatorRequest request)
    {
        if (!request.Headers.TryGetValue("anthropic-version", out var version))
            throw ServiceError.Invalid("anthropic-version: the header is required");
        if (!Versions.Contains(version))
            throw ServiceError.Invalid($"anthropic-version: `{version}` is not a version of this service");
    }

    public static void ThrowIfNoWorkspace(EmulatorRequest request)
    {
        if (!request.Headers.TryGetValue("anthropic-workspace-id", out var workspace))
            return;
        if (!workspace.StartsWith("wrkspc_", StringComparison.Ordinal))
            throw ServiceError.Invalid("anthropic-workspace-id: must begin with `wrkspc_`");
    }

    public static string[] BetasOf(EmulatorRequest request) =>
        request
            .Headers.GetValueOrDefault("anthropic-beta", "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The shape that the betas of a request choose.</summary>
    public static ApiRevision RevisionOf(EmulatorRequest request)
    {
        var betas = BetasOf(request);
        var unknown = betas.Where(beta => !ShapeBetas.IsKnown(beta)).Distinct().ToArray();
        if (unknown.Length > 0)
            throw ServiceError.Invalid(
                $"Unexpected value(s) `{string.Join("`, `", unknown)}` for the `anthropic-beta` header."
            );
        var shapes = betas.Select(ShapeBetas.ShapeOf).OfType<ApiRevision>().Distinct().ToArray();
        if (shapes.Length > 1)
            throw ServiceError.Invalid("anthropic-beta: only one user-profiles beta may be named in a request");
        return shapes.Length == 0 ? ApiRevision.Current : shapes[0];
    }

    private static string? KeyOf(EmulatorRequest request)
    {
        if (request.Headers.TryGetValue("x-api-key", out var key))
            return key;
        var authorization = request.Headers.GetValueOrDefault("authorization", "");
        return authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? authorization[Bearer.Length..].Trim()
            : null;
    }
}
