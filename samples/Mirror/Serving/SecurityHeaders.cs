namespace Mirror.Serving;

/// <summary>Names come from customers. The page writes every value as text; should one slip through, the browser runs
/// nothing.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    public static Task Add(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        // The answers contain customers' data.
        context.Response.Headers.CacheControl = "no-store";
        return next(context);
    }
}
