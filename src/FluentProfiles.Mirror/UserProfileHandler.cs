namespace FluentProfiles;

/// <summary>Names the customer in each request to the model: it finds the profile of a reference of yours in the mirror, and sets the
/// header <c>anthropic-user-profile-id</c>. A header that a request already has stays, also one of
/// <see cref="HttpClient.DefaultRequestHeaders"/>. Thread-safe.</summary>
/// <remarks>
/// <para>The reference of a request is the value of <see cref="Reference"/> in <see cref="HttpRequestMessage.Options"/>, or else
/// what the function returns. A request without a reference is sent without the header.</para>
/// <para>Before it sends the request, <c>SendAsync</c> throws a <see cref="ReferenceNotFoundException"/>, or an exception of
/// <see cref="ProfileMirror.FindAsync"/> or <see cref="ProfileMirror.GetOrCreateAsync"/>: a <see cref="MirrorNotReadyException"/> before
/// the first full pass, an <see cref="ArgumentException"/> for an invalid reference. The synchronous <c>Send</c> throws a
/// <see cref="NotSupportedException"/>.</para>
/// <para>A redirect that is followed takes the header to the server that it names. Give the handler an inner handler whose
/// <see cref="SocketsHttpHandler.AllowAutoRedirect"/> is false, such as <see cref="ProfilesClient.CreateHandler"/>. If a response comes
/// from another server than the request was for, <c>SendAsync</c> throws a <see cref="ProfilesProtocolException"/>: that server has the
/// id then.</para>
/// <para>With a container, use <c>services.AddHttpClient(…).AddUserProfile(…)</c> instead.</para>
/// </remarks>
/// <param name="mirror">The mirror, which the handler does not dispose of.</param>
/// <param name="reference">Returns the reference of a request; null for none. It may be called by several threads at
/// once.</param>
/// <param name="create">Describes the profile to create for an unknown reference, as in
/// <see cref="ProfileMirror.GetOrCreateAsync"/>. If it is null, a request with an unknown reference throws a
/// <see cref="ReferenceNotFoundException"/>.</param>
/// <exception cref="ArgumentNullException"><paramref name="mirror"/> is null.</exception>
public sealed class UserProfileHandler(
    ProfileMirror mirror,
    Func<HttpRequestMessage, string?>? reference = null,
    Func<string, NewProfile>? create = null
) : DelegatingHandler
{
    private const string Header = "anthropic-user-profile-id";

    private readonly ProfileMirror mirror = mirror ?? throw new ArgumentNullException(nameof(mirror));

    /// <summary>The reference of a single request: <c>request.Options.Set(UserProfileHandler.Reference,
    /// "customer-42")</c>.</summary>
    public static HttpRequestOptionsKey<string?> Reference { get; } = new("FluentProfiles.Reference");

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.Headers.Contains(Header) && ReferenceOf(request) is { } customer)
        {
            var id = await IdOfAsync(customer, cancellationToken).ConfigureAwait(false);
            request.Headers.TryAddWithoutValidation(Header, id);
        }
        // Whoever follows a redirect changes the request.
        var (method, address) = (request.Method, request.RequestUri);
        var isNamed = request.Headers.Contains(Header);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (isNamed)
            ThrowIfSentElsewhere(method, address, response);
        return response;
    }

    /// <inheritdoc/>
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The profile of the customer is found asynchronously. Call SendAsync.");

    /// <summary>Throws if a handler beneath has followed a redirect to another server.</summary>
    private static void ThrowIfSentElsewhere(HttpMethod method, Uri? address, HttpResponseMessage response)
    {
        if (
            address is not { IsAbsoluteUri: true }
            || response.RequestMessage?.RequestUri is not { IsAbsoluteUri: true } reached
            || reached.Authority == address.Authority
        )
            return;
        var request = ProfilesResponse.RequestIdOf(response);
        response.Dispose();
        throw new ProfilesProtocolException(
            $"The {method} was redirected to {reached.Authority}, and the HttpClient that carries the requests took the header {Header} along, so that server has the id of the profile. Set AllowAutoRedirect of its handler to false, and correct the address of the request. A handler that changes the address itself has to come before the {nameof(UserProfileHandler)}."
        )
        {
            RequestId = request,
        };
    }

    private string? ReferenceOf(HttpRequestMessage request) =>
        request.Options.TryGetValue(Reference, out var own) && own is not null ? own : reference?.Invoke(request);

    private async ValueTask<string> IdOfAsync(string customer, CancellationToken cancellationToken)
    {
        var found = create is null
            ? await mirror.FindAsync(customer, cancellationToken).ConfigureAwait(false)
            : await mirror.GetOrCreateAsync(customer, () => create(customer), cancellationToken).ConfigureAwait(false);
        return found?.Id
            ?? throw new ReferenceNotFoundException(
                "The mirror has no profile with the reference of the request, so the request was not sent. Create the profile with mirror.GetOrCreateAsync before, or pass a function that describes it: the argument create of AddUserProfile, or of the UserProfileHandler."
            );
    }
}
