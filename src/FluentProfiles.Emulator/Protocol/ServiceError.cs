namespace FluentProfiles.Emulator.Protocol;

/// <summary>An error that the service answers with.</summary>
internal sealed class ServiceError(int status, string type, string message, string? code = null) : Exception(message)
{
    public int Status { get; } = status;

    public string Type { get; } = type;

    /// <summary>What stands in <c>details.error_code</c>; null for no details.</summary>
    public string? Code { get; } = code;

    public static ServiceError Invalid(string message) => new(400, "invalid_request_error", message);

    public static ServiceError NotFound(string message) => new(404, "not_found_error", message);

    public static ServiceError Unauthenticated(string message) => new(401, "authentication_error", message);
}
