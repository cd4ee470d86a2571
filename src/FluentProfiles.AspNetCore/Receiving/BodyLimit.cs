using Microsoft.AspNetCore.Http.Metadata;

namespace FluentProfiles.AspNetCore.Receiving;

/// <summary>Tells the server the limit, so that it stops reading a body that exceeds it.</summary>
internal sealed class BodyLimit : IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize => RawBody.MostBytes;
}
