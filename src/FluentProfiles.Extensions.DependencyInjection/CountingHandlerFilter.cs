using Microsoft.Extensions.Http;

namespace FluentProfiles.Hosting;

/// <summary>Puts a <see cref="CountingHandler"/> behind all handlers that an application adds to a client of ours, whenever it
/// adds them.</summary>
internal sealed class CountingHandlerFilter : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) =>
        builder =>
        {
            next(builder);
            if (FactoryTransport.IsClientName(builder.Name))
                builder.AdditionalHandlers.Add(new CountingHandler());
        };
}
