namespace FluentProfiles.Emulator.Protocol;

/// <summary>An error that the service answers with.</summary>
internal sealed class ServiceError(int status, string type, string message, string? code = null) : Exception(message)
{
    public int Status { get; } = status;

    public string Type { get; } = type;

    /// <summary>What stands in <c>details.error_code</c>; null for no details.</summary>
    public string? Code { get; } = code;

    /// <summary>The service's word for the error of a status.</summary>
    public static string TypeOf(int status) =>
        status switch
        {
            401 => "authentication_error",
            402 => "billing_error",
            403 => "permission_error",
            404 => "not_found_error",
            408 => "timeout_error",
            409 => "conflict_error",
            413 => "request_too_large",
            429 => "rate_limit_error",
            529 => "overloaded_error",
            >= 500 => "api_error",
            _ => "invalid_request_error",
        };

    public static ServiceError Invalid(string message, string? code = null) =>
        new(400, "invalid_request_error", message, code);

    public static ServiceError NotFound(string message) => new(404, "not_found_error", message);

    public static ServiceError Unauthenticated(string message) => new(401, "authentication_error", message);
}
