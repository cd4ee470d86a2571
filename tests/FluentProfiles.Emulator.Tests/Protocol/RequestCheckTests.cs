namespace FluentProfiles.Emulator.Tests.Protocol;

public sealed class RequestCheckTests
{
    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=ten")]
    [InlineData("limit=1.5")]
    [InlineData("limit=")]
    [InlineData("limit=5&limit=6")]
    [InlineData("order=up")]
    [InlineData("order=DESC")]
    [InlineData("order_by=updated_at")]
    [InlineData("enforcement_status%5B%5D=odd")]
    [InlineData("enforcement_status%5B%5D=banned&enforcement_status%5B%5D=")]
    [InlineData("enforcement_status=banned")]
    [InlineData("skip=5")]
    [InlineData("page=")]
    [InlineData("page=nonsense")]
    [InlineData("page=%21%21")]
    public async Task ListWithBadParameter_IsInvalid(string query)
    {
        await using var service = await Service.StartAsync();
        AssertError(await service.ListAsync(query), 400, "invalid_request_error");
    }

    [Theory]
    [InlineData(Samples.V1)]
    [InlineData(Samples.V2)]
    [InlineData(Samples.V3)]
    public async Task FilterUnderShapeBeta_IsInvalid(string beta)
    {
        await using var service = await Service.StartAsync();
        AssertError(await service.ListAsync("enforcement_status%5B%5D=banned", beta), 400, "invalid_request_error");
    }

    [Fact]
    public async Task UnknownBeta_IsInvalidAndNamed()
    {
        await using var service = await Service.StartAsync();
        var reply = await service.ListAsync(beta: $"user-profile-2026-03-24,{Samples.V1}");
        AssertError(reply, 400, "invalid_request_error");
        Assert.Equal("Unexpected value(s) `user-profile-2026-03-24` for the `anthropic-beta` header.", reply.Message);
    }

    [Fact]
    public async Task TwoShapes_AreInvalid()
    {
        await using var service = await Service.StartAsync();
        AssertError(await service.ListAsync(beta: $"{Samples.V1},{Samples.V2}"), 400, "invalid_request_error");
        Assert.Equal(200, (await service.ListAsync(beta: $"{Samples.V2},{Samples.V2}")).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2020-01-01")]
    public async Task WrongVersion_IsInvalid(string? version)
    {
        await using var service = await Service.StartAsync();
        var reply = await service.SendAsync(
            HttpMethod.Get,
            Service.Path,
            change: request => Put(request, "anthropic-version", version)
        );
        AssertError(reply, 400, "invalid_request_error");
    }

    [Theory]
    [InlineData(null, null, 401)]
    [InlineData("", null, 401)]
    [InlineData("wrong", null, 401)]
    [InlineData("right", null, 200)]
    [InlineData(null, "Bearer right", 200)]
    [InlineData(null, "Bearer wrong", 401)]
    [InlineData(null, "Basic right", 401)]
    public async Task Key_IsChecked(string? key, string? authorization, int status)
    {
        await using var service = await Service.StartAsync(new() { Count = 1, ApiKey = "right" });
        var reply = await service.SendAsync(
            HttpMethod.Get,
            Service.Path,
            change: request =>
            {
                Put(request, "x-api-key", key);
                Put(request, "Authorization", authorization);
            }
        );
        Assert.Equal(status, reply.Status);
        if (status == 401)
            AssertError(reply, 401, "authentication_error");
    }

    [Fact]
    public async Task EarlierVersionAndWorkspace_AreAccepted()
    {
        await using var service = await Service.StartAsync();
        var reply = await service.SendAsync(
            HttpMethod.Get,
            Service.Path,
            change: request =>
            {
                Put(request, "anthropic-version", "2023-06-01");
                Put(request, "anthropic-workspace-id", "wrkspc_1");
            }
        );
        Assert.Equal(200, reply.Status);
    }

    [Theory]
    [InlineData("GET", "/v1/user_profile", 404)]
    [InlineData("GET", "/", 404)]
    [InlineData("GET", "/v1/user_profiles/", 404)]
    [InlineData("GET", "/v1/user_profiles/uprof_none", 404)]
    [InlineData("DELETE", "/v1/user_profiles/uprof_none", 404)]
    [InlineData("POST", "/v1/user_profiles/uprof_none", 404)]
    [InlineData("POST", "/v1/user_profiles/uprof_none/enrollment_url", 404)]
    [InlineData("PUT", "/v1/user_profiles/uprof_none", 405)]
    [InlineData("DELETE", "/v1/user_profiles", 405)]
    public async Task WrongAddressOrMethod_IsAnError(string method, string target, int status)
    {
        await using var service = await Service.StartAsync();
        var reply = await service.SendAsync(new(method), target, body: method == "POST" ? "{}" : null);
        AssertError(reply, status, status == 404 ? "not_found_error" : "invalid_request_error");
    }

    internal static void AssertError(Reply reply, int status, string type)
    {
        Assert.Equal(status, reply.Status);
        Assert.Equal("error", reply.Body.GetProperty("type").GetString());
        Assert.Equal(type, reply.ErrorType);
        Assert.NotEmpty(reply.Message);
        Assert.Equal(reply.RequestId, reply.Body.GetProperty("request_id").GetString());
    }

    private static void Put(HttpRequestMessage request, string name, string? value)
    {
        request.Headers.Remove(name);
        if (value is not null)
            request.Headers.TryAddWithoutValidation(name, value);
    }
}
